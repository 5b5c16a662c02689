"""A result that holds a list of an argument is told in a plain sentence."""

import pytest

from grader.shared_rows import UNKNOWN, shared_words

NAMES = ("mat1", "mat2")


@pytest.mark.parametrize("places, told", [
    ("result is argument 1",
     "Your result is the same list as the argument `mat1`."),
    ("result[0] is argument 1[0]",
     "Row 0 of your result is the same list as row 0 of the argument "
     "`mat1`."),
    ("result[1] is argument 2[0]",
     "Row 1 of your result is the same list as row 0 of the argument "
     "`mat2`."),
    ("result is argument 2[3]",
     "Your result is the same list as row 3 of the argument `mat2`."),
    ("result[0][1] is argument 1[0][2]",
     "The list at `[0][1]` of your result is the same list as the list at "
     "`[0][2]` of the argument `mat1`."),
    ("result['k'] is argument rows",
     "The list at `['k']` of your result is the same list as the argument "
     "`rows`."),
    ("result[...] is argument rows[0]",
     "The list at `[...]` of your result is the same list as row 0 of the "
     "argument `rows`.")])
def test_both_places_are_named_in_words(places, told):
    assert shared_words(places, NAMES) == told


@pytest.mark.parametrize("number, told", [
    ("1", "the first argument"), ("5", "the fifth argument"),
    ("6", "argument 6"), ("0", "argument 0"), ("9" * 40, "argument 99999")])
def test_argument_without_a_known_name_is_counted(number, told):
    assert told in shared_words(f"result is argument {number}")


@pytest.mark.parametrize("places", [
    "", "<b>", "result is argument", "result[0 is argument 1",
    "result is argument 1\nresult is argument 2", "x" * 5000,
    "result is argument " + "n" * 5000])
def test_text_of_another_form_is_not_shown(places):
    assert shared_words(places, NAMES) == UNKNOWN
