"""Expected and got as texts: sizes first, then what differs, marked."""

import numpy as np
import pytest
from graded import RIGHT
from hypothesis import given
from hypothesis import strategies as st
from plain_values import PLAIN, REAL_ARRAYS, generated
from small_course import CHECK, write_check

from grader.compare import Measure, compare, entries_agree
from grader.contrast import contrasted
from grader.marks import MARK, mark, without_marks
from grader.model import Opaque
from grader.policy import Policy
from grader.report.reveal import redact
from grader.tables import Look, described, entry_at, table_shape

USUAL = Measure()
NAN = float("nan")


def texts(expected, got, measure=USUAL):
    return contrasted(expected, got, measure)


def changed(array, place, number):
    other = array.copy()
    other[place] = number
    return other


# marks

@pytest.mark.parametrize("expected, got, one, two", [
    ([1, 2, 3, 4], [1, 5, 3, 4], "[1, >2<, 3, 4]", "[1, >5<, 3, 4]"),
    ([[1, 2], [3, 4]], [[1, 2], [3, 5]],
     "[[1, 2], [3, >4<]]", "[[1, 2], [3, >5<]]"),
    ([(1, 2), (3, 4)], [(1, 2), (3, 5)],
     "[(1, 2), (3, >4<)]", "[(1, 2), (3, >5<)]"),
    ((1, 2, 3, 4), (1, 2, 3, 0), "(1, 2, 3, >4<)", "(1, 2, 3, >0<)"),
    ([1, NAN, 3, 4], [1, NAN, NAN, 4],
     "[1, nan, >3<, 4]", "[1, nan, >nan<, 4]"),
    (["a", "b", "c", "d"], ["a", "x", "c", "d"],
     "['a', >'b'<, 'c', 'd']", "['a', >'x'<, 'c', 'd']"),
    ([1, None, 2, 3], [1, 0, 2, 3],
     "[1, >None<, 2, 3]", "[1, >0<, 2, 3]"),
], ids=repr)
def test_entries_that_differ_are_marked(expected, got, one, two):
    assert texts(expected, got) == (one, two)


@pytest.mark.parametrize("expected, got", [
    ([1, 2, 3, 4], [5, 6, 7, 8]),       # all of them
    ([1, 2, 3], [1, 2, 4]),             # seen at once
    ([1], [2]),
    (1, 2),
    ("abc", "abd"),
    ({"a": 1}, {"a": 2}),
    ([1, 2, 3, 4], [1, 2, 3]),          # another length
    ([1, 2, 3, 4], (1, 2, 3, 4)),       # another kind
    ([[1], [2, 3]], [[1], [2, 4]]),     # no table
    ([], [1]),
    (None, [1, 2, 3, 4]),
    ([1, 2, 3, 4], Opaque("Matrix")),
    (np.array(3), np.array(4)),
], ids=repr)
def test_nothing_is_marked_where_a_mark_says_nothing(expected, got):
    assert not any(MARK.search(text) for text in texts(expected, got))


def test_tolerance_decides_what_differs():
    pair = [1.0, 2.0, 3.0, 4.0], [1.01, 2.0, 3.0, 5.0]
    assert texts(*pair)[1] == "[>1.01<, 2.0, 3.0, >5.0<]"
    assert texts(*pair, Measure(0.1))[1] == "[1.01, 2.0, 3.0, >5.0<]"


def test_kind_of_number_counts_where_it_is_asked_for():
    pair = [1, 2, 3, 4], [1, 2.0, 3, 4]
    assert texts(*pair)[1] == "[1, 2.0, 3, 4]"
    assert texts(*pair, Measure(exact_numbers=True))[1] == (
        "[1, >2.0<, 3, 4]")


def test_thousand_differences_do_not_take_for_ever():
    one, two = texts(list(range(5000)), [-1] * 5000)
    assert len(one) < 300 and len(two) < 300


# arrays

def test_array_tells_shape_and_dtype_first():
    one, two = texts(np.array([1, 2]), np.array([1.5, 2.5, 3.5]))
    assert one == "array of shape (2,), dtype int64: [1, 2]"
    assert two.startswith("array of shape (3,), dtype float64")


def test_rows_stand_below_each_other():
    array = np.arange(12.0).reshape(3, 4)
    one, two = texts(array, changed(array, (1, 2), 9.5))
    assert one.splitlines() == [
        "array of shape (3, 4), dtype float64",
        "[[0.0, 1.0,   2.0,  3.0],",
        " [4.0, 5.0, >6.0<,  7.0],",
        " [8.0, 9.0,  10.0, 11.0]]"]
    assert two.splitlines()[2] == " [4.0, 5.0, >9.5<,  7.0],"


def test_window_stands_around_the_first_difference():
    array = np.arange(3000).reshape(50, 60)
    one, two = texts(array, changed(array, (30, 40), -1))
    assert ">1840<" in one and ">-1<" in two
    lines = two.splitlines()
    assert 8 <= len(lines) <= 11
    assert max(map(len, lines)) <= 66
    assert lines[1] == "[...," and lines[-1] == " ...]"


def test_block_of_many_axes_tells_where_it_stands():
    array = np.arange(2 * 3 * 4 * 3).reshape(2, 3, 4, 3)
    one, two = texts(array, changed(array, (1, 2, 3, 0), -7))
    assert "at [1][2]:" in one and "at [1][2]:" in two
    assert ">-7<" in two


def test_long_list_is_cut_around_the_difference():
    numbers = list(range(100))
    one, two = texts(numbers, numbers[:50] + [-1] + numbers[51:])
    assert one.startswith("[..., 4") and ">50<" in one
    assert two.endswith("...]") and ">-1<" in two


def test_item_of_a_tuple_is_shown_where_it_differs():
    pair = [np.arange(4), np.arange(4) * 2]
    one, two = texts(tuple(pair), (pair[0], changed(pair[1], 2, 5)))
    assert one.splitlines() == [
        "a tuple of 2 items, item [1]:",
        "array of shape (4,), dtype int64: [0, 2, >4<, 6]"]
    assert two.endswith("[0, 2, >5<, 6]")


@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0), (2, 0, 2)])
def test_empty_array_is_its_shape(shape):
    text = described(np.zeros(shape))
    assert text.startswith(f"array of shape {shape}, dtype float64")


def test_long_numbers_are_rounded_and_say_so():
    array = np.array([[1 / 3, 2 / 3], [1 / 7, 2 / 7]])
    one, two = texts(array, changed(array, (0, 1), 0.7))
    assert "4 digits shown" in one and "4 digits shown" in two
    assert ">0.6667<" in one and ">0.7<" in two


def test_rounding_never_hides_the_difference():
    array = np.array([1 / 3, 2 / 3, 1 / 7, 2 / 7])
    one, two = texts(array, changed(array, 1, 2 / 3 + 1e-6))
    assert "6 digits shown" in one or "9 digits shown" in one
    assert MARK.search(one)[1] != MARK.search(two)[1]


def test_difference_in_the_last_digits_shows_all_of_them():
    array = np.array([1 / 3, 2 / 3, 1 / 7, 2 / 7])
    other = changed(array, 1, 2 / 3 + 1e-11)
    one, two = contrasted(array, other, Measure(0.0, 0.0))
    assert "digits" not in one
    assert repr(2 / 3) in one and repr(2 / 3 + 1e-11) in two


@pytest.mark.parametrize("number", [10 ** 400, -10 ** 400, 10 ** 5000],
                         ids=["positive", "negative", "unwritable"])
def test_huge_whole_numbers_are_no_trouble(number):
    one, two = texts([number, 1, 2, 3], [number + 1, 1, 2, 3])
    assert "3]" in one and "3]" in two


@given(PLAIN, PLAIN)
@generated
def test_any_two_values_can_be_contrasted(expected, got):
    for text in texts(expected, got):
        assert text
        assert len(text) < 2000


@given(REAL_ARRAYS, st.data())
@generated
def test_marked_places_are_those_that_differ(array, data):
    other = array.copy()
    if array.size:
        place = data.draw(st.integers(0, array.size - 1))
        other.flat[place] = other.flat[place] == 0
    one, two = texts(array, other)
    differs = compare(array, other, USUAL) is not None
    assert bool(MARK.search(one)) == bool(MARK.search(two)) == (
        differs and array.size > 3)


# parts

@pytest.mark.parametrize("value, shape", [
    ([1, 2], (2,)), ([[1], [2]], (2, 1)), ([], (0,)), (5, ()),
    ([[1], [2, 3]], None), ([1, [2]], None), ([{}], None), ({}, None),
    (((1, 2), (3, 4)), (2, 2)), ([np.zeros(2)], None),
], ids=repr)
def test_table_is_lists_of_one_size(value, shape):
    assert table_shape(value) == shape


def test_entry_is_found_in_lists_and_arrays():
    value = [[1, np.array([[2, 3]])]]
    assert entry_at(value, (0, 1, 0, 1)) == 3
    assert entry_at(value, (0, 0)) == 1


def test_place_to_see_needs_no_mark():
    text = described(list(range(100)), Look((70,)))
    assert "70" in text and "..." in text


@pytest.mark.parametrize("expected, got, agree", [
    ([1, 2], [1, 3], [True, False]),
    ([1, 2], [1.0, 2.0], [True, True]),
    ([1, 2], [[1, 2]], None),
    ([1, 2], ["a", "b"], None),
])
def test_entries_of_arrays_agree_one_by_one(expected, got, agree):
    found = entries_agree(np.array(expected), np.array(got), USUAL)
    assert (None if found is None else found.tolist()) == agree


# what may be shown

@pytest.mark.parametrize("word", ["5", "-5", "1.5", "1e-07", "nan", "-inf",
                                  "True", "None", "'a b'"])
def test_mark_can_be_taken_away(word):
    assert without_marks(f"[1, {mark(word)}, 2]") == f"[1, {word}, 2]"


@pytest.mark.parametrize("text", ["a > 5 < b", "<b>bold</b>", "->", "'>'"])
def test_other_text_is_left_alone(text):
    assert without_marks(text) == text


def test_reader_who_may_not_see_the_expected_value_sees_no_mark(classroom):
    write_check(classroom.checks, CHECK.replace("(1, 2, 3)", "(5,)"))
    classroom.submit(RIGHT.replace("return [2 * number for number in numbers]",
                                   "return [number + number * (number < 9) "
                                   "* (place != 3)\n            for place, "
                                   "number in enumerate(numbers)]"))
    report = classroom.report()
    open_one, closed = (
        next(check for check in redact(report, Policy(reveal=level)).tasks[
            0].checks if check.name == "short")
        for level in ("full", "actual-only"))
    assert MARK.search(open_one.got) and MARK.search(open_one.expected)
    assert closed.expected == ""
    assert closed.got == without_marks(open_one.got)


@pytest.mark.parametrize("shape", [(0,), (2, 0), (400_000, 0),
                                   (2,) * 30 + (0,), (0,) * 64])
def test_array_without_entries_is_shown_in_one_line(shape):
    assert len(described(np.zeros(shape))) < 500
