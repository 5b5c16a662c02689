"""What a script printed against what it must print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import generated

from grader.scripts import compare_printed

LINES = "first: [1, 2]\nlast: [3]\n"
both = pytest.mark.parametrize("whole", [True, False])


@both
@pytest.mark.parametrize("got", [
    LINES,
    LINES.rstrip("\n"),
    LINES + "\n\n",
    LINES + "  \n\t\n",
    "first: [1, 2]   \nlast: [3]\t\n",
    LINES.replace("\n", "\r\n"),
])
def test_blanks_and_line_ends_at_the_ends_are_free(got, whole):
    assert compare_printed(LINES, got, whole) is None


@both
@pytest.mark.parametrize("got", [
    "", "\n", "  \n \n",
])
def test_script_that_printed_nothing_is_told_so(got, whole):
    found = compare_printed(LINES, got, whole)
    assert found.kind == "printed nothing"


@pytest.mark.parametrize("got", [
    LINES + "more\n",
    "debug\n" + LINES,
    "\n" + LINES,
    "a\nb\n" + LINES + "c\n",
])
def test_more_output_is_only_wrong_when_the_whole_counts(got):
    assert compare_printed(LINES, got, whole=False) is None
    assert compare_printed(LINES, got, whole=True) is not None


@both
@pytest.mark.parametrize("got", [
    "first: [1, 2]\n",
    "last: [3]\n",
    "last: [3]\nfirst: [1, 2]\n",
    "first: [1, 2]\n\nlast: [3]\n",
    "first: [1, 2] last: [3]\n",
    " first: [1, 2]\nlast: [3]\n",
    "First: [1, 2]\nlast: [3]\n",
    "first: [1,2]\nlast: [3]\n",
    "first: [1, 2]\nlast: [3].\n",
])
def test_other_lines_are_never_right(got, whole):
    assert compare_printed(LINES, got, whole) is not None


@pytest.mark.parametrize("got, kind, path, words", [
    ("first: [1, 2]\nlast: [4]\n", "line", (2,),
     "line 2 of the output is 'last: [4]', not 'last: [3]'"),
    ("x\ny\n", "line", (1,),
     "line 1 of the output is 'x', not 'first: [1, 2]'"),
    (LINES + "more\n", "extra lines", (3,),
     "line 3 of the output, 'more', is too much"),
    ("first: [1, 2]\n", "missing lines", (2,),
     "line 2 of the output, 'last: [3]', is missing"),
    ("", "printed nothing", (), "the script printed nothing"),
])
def test_first_line_that_differs_is_shown(got, kind, path, words):
    found = compare_printed(LINES, got, whole=True)
    assert (found.kind, found.path, found.text) == (kind, path, words)


def test_lines_that_must_stand_somewhere_are_told_as_missing():
    found = compare_printed(LINES, "other\n", whole=False)
    assert (found.kind, found.text) == (
        "missing lines", "these lines were not printed")


def test_long_lines_are_cut_in_the_message():
    found = compare_printed("a" * 1000, "b" * 1000, whole=True)
    assert len(found.text) < 300
    assert "characters ..." in found.text


def test_control_characters_are_shown_as_escapes():
    found = compare_printed("a", "\x1b[2Ja", whole=True)
    assert r"\x1b[2Ja" in found.text and "\x1b" not in found.text


def test_nothing_wanted_and_nothing_printed_agree():
    assert compare_printed("", "", whole=True) is None


def test_nothing_wanted_but_something_printed_is_too_much():
    assert compare_printed("", "x", whole=True).kind == "extra lines"


def test_matrix_of_several_lines_is_found_as_one_block():
    block = "[[1 2]\n [3 4]]"
    assert compare_printed(block, f"title:\n{block}\nend", False) is None
    torn = "[[1 2]\nbetween\n [3 4]]"
    assert compare_printed(block, torn, False) is not None


TEXTS = st.text(st.sampled_from("ab 1\n\t\r\x1b\u2028"), max_size=30)


@given(TEXTS | st.text(max_size=30), st.booleans())
@generated
def test_every_text_agrees_with_itself(text, whole):
    assert compare_printed(text, text, whole) is None


@given(TEXTS, TEXTS)
@generated
def test_whole_comparison_is_the_stricter_one(expected, got):
    if compare_printed(expected, got, whole=True) is None:
        assert compare_printed(expected, got, whole=False) is None


@given(TEXTS, TEXTS, TEXTS)
@generated
def test_lines_are_found_wherever_they_stand(before, wanted, after):
    # A blank first line would be swallowed by what stands before it.
    wanted = "x" + wanted
    got = f"{before}\n{wanted}\n{after}"
    assert compare_printed(wanted, got, whole=False) is None


@given(TEXTS, TEXTS)
@generated
def test_two_outputs_differ_both_ways_or_neither(one, two):
    there = compare_printed(one, two, whole=True)
    back = compare_printed(two, one, whole=True)
    assert (there is None) == (back is None)
