"""The words a student reads: call, expected, got, difference."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import PASTEABLE, PLAIN, TEXTS, generated
from small_course import CHECK as CHECK_FILE
from small_course import load_check

from grader import explain
from grader.compare import Measure, compare
from grader.model import Call, Case, Check, Difference, Outcome, Verdict

CHECK = Check("sizes", "other sizes", "visible", ())
HOSTILE = "\x1b[2J\x9b1m\r\x00\u202e\u2028\ud800\U000e0001\x7f"


def case_of(expected=None, *, text="", args=(), kwargs=None, given=None):
    call = Call(text, args, kwargs or {}, given=given or {})
    return Case(call, expected or Outcome("value", 1))


def verdict_of(outcome, expected=None, kind="value", path=(), **call):
    difference = Difference(kind, "they differ", path) if kind else None
    return Verdict(CHECK, "failed", case_of(expected, **call), outcome,
                   difference)


# clean

@pytest.mark.parametrize("text, shown", [
    ("plain text", "plain text"),
    ("two\nlines\tand tab", "two\nlines\tand tab"),
    ("caf\u00e9 \u20ac \U0001f600", "caf\u00e9 \u20ac \U0001f600"),
    ("\x1b[31mred", r"\x1b[31mred"),
    ("\x9b1m", r"\x9b1m"),
    ("a\rb", r"a\x0db"),
    ("a\x00b", r"a\x00b"),
    ("\x7f", r"\x7f"),
    ("a\u202eb", r"a\u202eb"),
    ("a\u2028b", r"a\u2028b"),
    ("\u200b", r"\u200b"),
    ("\ufeff", r"\ufeff"),
    ("\ud800", r"\ud800"),
    ("\U000e0001", r"\U000e0001"),
    ("\U0010ffff", r"\U0010ffff"),
    ("non\xa0breaking", "non breaking"),
    ("thin\u2009blank", "thin blank"),
    ("", ""),
])
def test_text_is_shown_and_never_obeyed(text, shown):
    assert explain.clean(text) == shown


@given(TEXTS | st.text(st.characters(exclude_categories=()), max_size=200))
@generated
def test_cleaned_text_has_only_characters_that_show(text):
    cleaned = explain.clean(text)
    assert all(letter in "\n\t" or letter.isprintable()
               for letter in cleaned)
    assert cleaned.encode().decode() == cleaned


@given(st.text(st.characters(exclude_categories=()), max_size=50))
@generated
def test_cleaning_twice_changes_nothing_more(text):
    once = explain.clean(text)
    assert explain.clean(once) == once


def test_cleaned_text_is_cut_after_it_grew():
    assert len(explain.clean("\x1b" * 1000, 100)) < 150


# the call

@pytest.mark.parametrize("args, kwargs, text", [
    ((), {}, "f()"),
    (([[1, 2]], None), {}, "f([[1, 2]], None)"),
    ((1,), {"axis": 1}, "f(1, axis=1)"),
    ((), {"a": "x", "b": (2,)}, "f(a='x', b=(2,))"),
    ((np.array([1.5]),), {}, "f(np.array([1.5]))"),
    ((float("nan"), [float("-inf")]), {},
     "f(float('nan'), [float('-inf')])"),
])
def test_call_made_of_data_is_written_as_python(args, kwargs, text):
    assert explain.call_text("f", case_of(args=args, kwargs=kwargs)) == text


def test_call_that_came_as_text_stays_as_it_is():
    case = case_of(text="round(f(2), 3)", args=(2,))
    assert explain.call_text("f", case) == "round(f(2), 3)"


def test_call_of_a_script_is_its_given_values():
    case = case_of(text="arr = [1]", given={"arr": "[1]"})
    assert explain.call_text("", case) == "arr = [1]"


def test_very_long_argument_is_shortened():
    case = case_of(args=(list(range(5000)), np.zeros((50, 50))))
    text = explain.call_text("f", case)
    assert "characters ..." in text
    assert "array of shape (50, 50)" in text
    assert len(text) < 5000


@given(st.lists(PASTEABLE, max_size=3))
@generated
def test_shown_call_can_be_pasted(args):
    case = case_of(args=tuple(args))
    names = {"np": np, "f": lambda *values: list(values)}
    pasted = eval(explain.call_text("f", case), names)
    assert compare(args, pasted, Measure(0.0, 0.0)) is None


# one outcome

@pytest.mark.parametrize("outcome, text", [
    (Outcome("value", [1, 2]), "[1, 2]"),
    (Outcome("value"), "None"),
    (Outcome("exception", error="TypeError", text="no"), "TypeError: no"),
    (Outcome("exception", error="KeyError", text="'a'"), "KeyError: 'a'"),
    (Outcome("exception", error="ValueError"), "ValueError"),
    (Outcome("exception", error="ValueError", text="sizes: "),
     "ValueError: sizes: "),
    (Outcome("timeout", text="no answer after 2 seconds"),
     "no answer after 2 seconds"),
    (Outcome("crash", text="the program crashed"), "the program crashed"),
    (Outcome("not_run", text="no time left"), "no time left"),
    (Outcome("value", "\x1b[31m"), r"'\x1b[31m'"),
    (Outcome("exception", error="E\x1b", text="\r"), r"E\x1b: \x0d"),
])
def test_outcome_is_told_in_one_line(outcome, text):
    assert explain.outcome_text(outcome, is_script=False) == text


@pytest.mark.parametrize("stdout, text", [
    ("one\ntwo\n", "one\ntwo"),
    ("", ""),
    ("\x1b[2Jx\n", r"\x1b[2Jx"),
    ("\n".join("abcdefghijklmno"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n"
                                   "... 3 more lines"),
])
def test_outcome_of_a_script_is_what_it_printed(stdout, text):
    outcome = Outcome("value", stdout=stdout)
    assert explain.outcome_text(outcome, is_script=True) == text


def test_long_printed_line_is_cut():
    text = explain.outcome_text(Outcome("value", stdout="x" * 9000), True)
    assert len(text) < 200


# expected and got

def test_expected_and_got_are_shown_side_by_side():
    verdict = verdict_of(Outcome("value", [1]), Outcome("value", [2]))
    assert explain.expected_text(verdict, False) == "[2]"
    assert explain.got_text(verdict, False) == "[1]"


@pytest.mark.parametrize("kind", ["type", "number type", "dtype", "shape"])
def test_kind_is_named_where_the_kind_differs(kind):
    verdict = verdict_of(Outcome("value", (1,)), Outcome("value", [1]), kind)
    assert explain.expected_text(verdict, False) == "[1] (a list)"
    assert explain.got_text(verdict, False) == "(1,) (a tuple)"


def test_arrays_are_named_with_shape_and_dtype():
    verdict = verdict_of(Outcome("value", np.zeros((2, 1))),
                         Outcome("value", np.zeros(2, int)), "shape")
    assert explain.expected_text(verdict, False) == (
        "array of shape (2,), dtype int64: [0, 0]")
    assert explain.got_text(verdict, False) == (
        "array of shape (2, 1), dtype float64: [[0.0], [0.0]]")


def test_kind_of_a_single_numpy_number_is_named():
    verdict = verdict_of(Outcome("value", np.array(1.5)),
                         Outcome("value", 1), "number type")
    assert explain.got_text(verdict, False) == "np.array(1.5) (a numpy array)"


def test_none_needs_no_kind():
    verdict = verdict_of(Outcome("value"), Outcome("value", [1]), "type")
    assert explain.got_text(verdict, False) == "None"


def test_kind_is_not_named_where_only_values_differ():
    verdict = verdict_of(Outcome("value", 1.5), Outcome("value", 2))
    assert explain.got_text(verdict, False) == "1.5"


@pytest.mark.parametrize("state", ["exception", "timeout", "crash"])
def test_line_of_the_file_is_told_where_it_stopped(state):
    outcome = Outcome(state, error="E", text="stopped", line=7)
    text = explain.got_text(verdict_of(outcome), False)
    assert text.endswith("stopped (line 7 of your file)")


def test_unknown_line_is_not_told():
    outcome = Outcome("crash", text="the program crashed")
    assert explain.got_text(verdict_of(outcome), False) == (
        "the program crashed")


def test_line_of_a_value_is_not_told():
    outcome = Outcome("value", 3, line=7)
    assert explain.got_text(verdict_of(outcome), False) == "3"


def test_printed_instead_of_returned_shows_what_was_printed():
    outcome = Outcome("value", stdout="[1, 2]\n")
    text = explain.got_text(verdict_of(outcome, kind="printed"), False)
    assert text == r"None, but it printed '[1, 2]\n'"


def test_changed_argument_is_shown_with_its_new_value():
    outcome = Outcome("value", 1, changed={"0": [1, 2, 9]})
    verdict = verdict_of(outcome, kind="changed", path=("mat1",))
    assert explain.expected_text(verdict, False) == (
        "the arguments as they were before the call")
    assert explain.got_text(verdict, False) == (
        "`mat1` is [1, 2, 9] after the call")


@pytest.mark.parametrize("changed, text", [
    ({"0": [9], "1": [8]}, "`second` is [8] after the call"),
    ({"0": [9], "second": [7]}, "`second` is [7] after the call"),
    ({"4": [6]}, "`second` is [6] after the call"),
])
def test_changed_argument_is_the_one_that_is_named(tmp_path, changed, text):
    file = load_check(tmp_path, CHECK_FILE.replace(
        "def oracle(numbers):", "def oracle(first, second=None):\n"
        "    numbers = first"))
    verdict = verdict_of(Outcome("value", 1, changed=changed),
                         kind="changed", path=("second",))
    assert explain.got_text(verdict, False, file) == text


def test_tolerance_of_the_task_decides_what_is_marked(tmp_path):
    file = load_check(tmp_path, CHECK_FILE.replace(
        "ENTRY =", "TOLERANCE = 0.1\nENTRY ="))
    verdict = verdict_of(Outcome("value", [1.01, 2, 3, 5]),
                         Outcome("value", [1.0, 2, 3, 4]))
    assert explain.got_text(verdict, False, file) == "[1.01, 2, 3, >5<]"
    assert explain.expected_text(verdict, False, file) == (
        "[1.0, 2, 3, >4<]")


def test_shared_row_is_shown_by_its_sentence():
    outcome = Outcome("value", [[1]], shared="result[0] is argument 1[0]")
    verdict = verdict_of(outcome, kind="shared")
    assert explain.expected_text(verdict, False) == (
        "a result in which every list is new")
    assert explain.got_text(verdict, False) == "they differ"


def test_verdict_without_difference_is_shown_by_its_values():
    verdict = verdict_of(Outcome("value", 1), kind="")
    assert explain.got_text(verdict, False) == "1"
    assert explain.difference_text(verdict) == ""


@pytest.mark.parametrize("outcome, kind, path", [
    (Outcome("value", HOSTILE), "type", ()),
    (Outcome("value", 1, changed={"0": HOSTILE}), "changed", (HOSTILE,)),
    (Outcome("value", 1, shared=HOSTILE), "shared", ()),
    (Outcome("value", stdout=HOSTILE), "printed", ()),
    (Outcome("exception", error=HOSTILE, text=HOSTILE), "exception", ()),
    (Outcome("crash", text=HOSTILE, line=3), "crash", ()),
], ids=lambda item: item if isinstance(item, str) else "")
@pytest.mark.parametrize("is_script", [True, False])
def test_hostile_text_is_shown_as_escapes(outcome, kind, path, is_script):
    verdict = verdict_of(outcome, kind=kind, path=path)
    text = explain.got_text(verdict, is_script)
    assert all(letter == "\n" or letter.isprintable() for letter in text)


@given(PLAIN, st.sampled_from(["value", "type", "dtype", "shape"]))
@generated
def test_any_value_can_be_explained(value, kind):
    verdict = verdict_of(Outcome("value", value), kind=kind)
    text = explain.got_text(verdict, False)
    assert text and len(text) < 1000


# the difference

def test_difference_is_cleaned_and_cut():
    verdict = Verdict(CHECK, "failed", difference=Difference(
        "value", HOSTILE + "x" * 1000))
    text = explain.difference_text(verdict)
    assert text.startswith(r"\x1b[2J")
    assert len(text) < 500
