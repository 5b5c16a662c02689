"""Hints about one call: a float for an int, two wrong arguments, an error."""

import ast
from types import SimpleNamespace

import msgspec
import pytest
from small_course import make_plan, outcomes_of

from grader.both_wrong import both_wrong_hint
from grader.cases import plan
from grader.course import Course
from grader.hints import RAISED, general_hint
from grader.judge import judge
from grader.model import (Call, Case, Check, Difference, Outcome,
                          Verdict)
from grader.second_look import look_again
from grader.shipped_programs import Recorded
from grader.whole_numbers import whole_number_hint

FLOAT = "'float' object cannot be interpreted as an integer"
INDEX = "list indices must be integers or slices, not float"


def plan_of(kind="function", entry="f", **facts):
    """As much of a plan as these hints look at."""
    return SimpleNamespace(file=SimpleNamespace(
        kind=kind, entry=entry, made_checks=None, id="0x00-topic/7-f",
        **facts))


ONE = Call("f(1.0)", (1.0,))


def failing(text, line, call=ONE, error="TypeError",
            places=("f",), visibility="visible"):
    """The verdict of a call that raised."""
    return Verdict(
        Check("one", "one call", visibility, ()), "failed",
        Case(call, Outcome("value", 1)),
        Outcome("exception", error=error, text=text, line=line,
                trace=tuple(("f.py", line, name) for name in places)),
        Difference("exception", text))


def float_hint(body, line, text=FLOAT, **facts):
    """The hint on a function whose line is named; line 1 is its `def`."""
    tree = ast.parse("def f(k, m=2):\n" + body)
    return whole_number_hint(plan_of(), tree, failing(text, line, **facts))


# --- a float where Python wants an int


@pytest.mark.parametrize("body, line", [
    ("    for i in range(k + 1):\n        pass\n", 2),
    ("    return [2 * i for i in range(-k)]\n", 2),
    ("    return np.zeros((k, 3))\n", 2),
    ("    return np.zeros(shape=(3, len(m) - k))\n", 2)])
def test_float_that_came_as_an_argument_is_named_with_its_value(body, line):
    assert float_hint(body, line) == (
        "`k` may have decimals, here 1.0. Make it whole first: `int(k)`.")


@pytest.mark.parametrize("facts", [
    {"visibility": "hidden"}, {"places": ("f", "f")},
    {"call": Call("f(x)", (), {}, "f(x)")},
    {"call": Call("f(f(1.0))", (), {}, "f(f(1.0))")},
    {"call": Call("f(2)", (2,))}])
def test_value_that_may_be_another_one_is_not_told(facts):
    assert float_hint("    return range(k)\n", 2, **facts) == (
        "`k` may have decimals. Make it whole first: `int(k)`.")


def test_name_that_got_another_value_is_told_without_the_argument():
    assert float_hint("    k = k * 0.5\n    return range(k)\n", 3) == (
        "`k` may have decimals. Make it whole first: `int(k)`.")


@pytest.mark.parametrize("body, line", [
    ("    return range(k / 2)\n", 2),
    ("    half = k / 2\n    return range(half)\n", 3),
    ("    k /= 2\n    size = k + 1\n    return range(size)\n", 4),
    ("    for m in (k / 2,):\n        range(m)\n", 3)])
def test_float_made_by_a_division_is_told_the_other_division(body, line):
    assert float_hint(body, line).endswith(
        "`/` always makes a float: use `//`.")


@pytest.mark.parametrize("body", [
    "    return range(k + m)\n", "    return range(k ** m)\n",
    "    return range(0.5 * k)\n", "    return range(mean(k))\n",
    "    return zip(range(k), range(m))\n", "    return range(k.a.b)\n"])
def test_several_things_that_can_be_the_float_are_not_named(body):
    assert float_hint(body, 2) == (
        "A value here may have decimals, and the line wants an `int`. Make "
        "it whole first: `int(...)`.")


def test_function_that_only_is_called_len_may_give_a_float():
    assert "`k`" not in float_hint(
        "    def len(x):\n        return 0.5\n    return range(len(m) + k)\n",
        4)


@pytest.mark.parametrize("body, said", [
    ("    return m[k]\n", "`k` may have decimals, here 1.0."),
    ("    return m[k / 2]\n", "An index must be an `int`. `/` always"),
    ("    return m[k][m]\n", "An index must be an `int`, and a value")])
def test_float_as_an_index_is_told_alike(body, said):
    assert float_hint(body, 2, INDEX).startswith(said)


def test_attribute_of_a_class_is_named_and_its_division_seen():
    text = ("class P:\n    def __init__(self, n):\n        self.n = n{}\n\n"
            "    def f(self, k):\n        return range(self.{})\n")
    the_plan = plan_of("class", "P")
    verdict = failing(FLOAT, 6, Call("P(2).f(3.5)", (), {}, "P(2).f(3.5)"))
    assert whole_number_hint(the_plan, ast.parse(text.format("", "n")),
                             verdict).startswith("`self.n` may have")
    assert whole_number_hint(
        the_plan, ast.parse(text.format("", "n").replace("self.n)", "n + k)")),
        verdict).startswith("A value here")


@pytest.mark.parametrize("expression, kwargs, value", [
    ("P(2).f(3.5)", {}, "3.5"), ("round(P(2).f(k=3.5), 2)", {}, "3.5"),
    ("P(data).f(k)", {"data": [1], "k": 4.5}, "4.5")])
def test_value_is_found_in_calls_of_a_method(expression, kwargs, value):
    tree = ast.parse("class P:\n    def f(self, k):\n        range(k)\n")
    verdict = failing(FLOAT, 3, Call("", (), kwargs, expression))
    assert f"here {value}." in whole_number_hint(
        plan_of("class", "P"), tree, verdict)


def test_line_that_is_not_known_gets_words_that_always_fit():
    assert "`int(...)`" in float_hint("    return range(k)\n", 99)


# --- two wrong arguments


SHIFTED = '''"""Add."""

KIND = "function"
ENTRY = "add"
EXAMPLES = [("add(1, 2)", 3), ("add(1, 9)", 10), ("add(5, 2)", 7),
            ("add(-1, 2)", ValueError("a is bad")),
            ("add(1, -2)", ValueError("b is bad")),
            ("add(-1, -2)", ValueError("a is bad"))]


def oracle(a, b):
    if a < 0:
        raise ValueError("a is bad")
    if b < 0:
        raise ValueError("b is bad")
    return a + b


def inputs_sums(rng):
    """numbers above 0"""
    yield 3, 4
    yield 7, 1
'''
STUDENT = '''def add(a, b):
    if b < 0:
        raise ValueError("b is bad")
    if a < 0:
        raise ValueError("a is bad")
    return a + b
'''


def hints_of(the_plan, text, entry="add"):
    """Check -> hint, with the line of the student's file."""
    names = {}
    exec(compile(text, "add.py", "exec"), names)

    def lines(outcome):
        found = [place + 1 for place, row in enumerate(text.splitlines())
                 if outcome.text and outcome.text in row]
        return msgspec.structs.replace(outcome, line=found[0]) if (
            found) else outcome
    verdicts = judge(the_plan, [lines(outcome) for outcome in outcomes_of(
        the_plan, names[entry])])
    return {verdict.check.name: verdict.hint for verdict in look_again(
        the_plan, ast.parse(text), verdicts) if verdict.status == "failed"}


BOTH = ("`a` and `b` are both wrong here. The test that comes first in the "
        "task's list must win.")


def test_tests_in_another_order_are_told(tmp_path):
    assert hints_of(make_plan(tmp_path, SHIFTED), STUDENT) == {
        "add(-1, -2)": BOTH}


def test_without_the_oracle_the_cases_are_proof_enough(tmp_path):
    the_plan = make_plan(tmp_path, SHIFTED)
    the_plan = msgspec.structs.replace(the_plan, file=msgspec.structs.replace(
        the_plan.file, oracle=Recorded("", dict, ("a", "b"))))
    assert hints_of(the_plan, STUDENT) == {"add(-1, -2)": BOTH}


@pytest.mark.parametrize("text", [
    # The texts stand at the wrong tests.
    STUDENT.replace("b is", "X is").replace("a is", "b is").replace(
        "X is", "a is"),
    # One test refuses too much.
    STUDENT.replace("if b < 0", "if b < 0 or a < 2"),
    STUDENT.replace("if b < 0", "if a < 0"),
    # The other test is missing.
    STUDENT.replace('        raise ValueError("a is bad")\n',
                    "        return 0\n"),
    # Python's own exception.
    STUDENT.replace('raise ValueError("b is bad")', '[][b]  # b is bad')])
def test_order_is_not_blamed_where_something_else_is_wrong(tmp_path, text):
    found = hints_of(make_plan(tmp_path, SHIFTED), text)
    assert found
    assert BOTH not in found.values()


@pytest.mark.parametrize("text, line", [
    (STUDENT, 99), (STUDENT.replace("a is bad", "other"), 3)])
def test_exception_that_is_not_the_students_own_is_left_alone(
        tmp_path, text, line):
    the_plan = make_plan(tmp_path, SHIFTED)
    case = the_plan.checks[5].cases[0]
    verdict = Verdict(the_plan.checks[5], "failed", case, Outcome(
        "exception", error="ValueError", text="b is bad", line=line))
    assert both_wrong_hint(the_plan, ast.parse(text), verdict,
                           [verdict]) == ""


def test_text_about_how_two_arguments_fit_names_no_pair(tmp_path):
    the_plan = make_plan(tmp_path, SHIFTED.replace("b is bad", "b is above a"))
    found = hints_of(the_plan, STUDENT.replace("b is bad", "b is above a"))
    assert list(found) == ["add(-1, -2)"]
    assert BOTH not in found.values()


X = "x must be an integer that is greater than or equal to 0"


@pytest.mark.parametrize("has_oracle", [True, False])
def test_order_in_a_real_task_is_told(has_oracle):
    file, = Course(("0x03-probability/7-likelihood",)).files
    the_plan = plan(file, 1)
    if not has_oracle:
        the_plan = msgspec.structs.replace(
            the_plan, file=msgspec.structs.replace(
                file, oracle=Recorded("", dict, ("x", "n", "P"))))
    text = '''import math
import numpy as np


def likelihood(x, n, P):
    if not isinstance(P, np.ndarray) or P.ndim != 1:
        raise TypeError("P must be a 1D numpy.ndarray")
    if not isinstance(x, int) or x < 0:
        raise ValueError({X!r})
    if not isinstance(n, int) or n <= 0:
        raise ValueError("n must be a positive integer")
    if x > n:
        raise ValueError("x cannot be greater than n")
    if np.any(P < 0) or np.any(P > 1):
        raise ValueError("All values in P must be in the range [0, 1]")
    return math.comb(n, x) * P ** x * (1 - P) ** (n - x)
'''.replace("{X!r}", repr(X))
    assert hints_of(the_plan, text, "likelihood") == {
        "two_things_wrong": BOTH.replace("`a`", "`n`").replace("`b`", "`x`")}


# --- an error in a figure


@pytest.mark.parametrize("text, line, said", [
    ("def f():\n    g()\n", 2, "Look at the line that is named. To see the "
     "error yourself, run the driver `7-main.py`."),
    ("def f():\n    g()\n", 0, "To see the error yourself, run the driver "
     "`7-main.py`."),
    ("g()\n", 1, "Look at the line that is named. To see the error yourself, "
     "run the file.")])
def test_error_is_shown_by_the_driver_or_by_the_file(text, line, said):
    verdict = msgspec.structs.replace(
        failing("odd", line, Call("f()"), "ValueError"), hint=RAISED)
    the_plan = plan_of("figure", probes=(), rules=())
    looked, = look_again(the_plan, ast.parse(text), (verdict,))
    assert looked.hint == said


@pytest.mark.parametrize("text, said", [
    ("'R--' is not a valid format string (unrecognized character 'R')",
     "Capital and small letters are not the same here: `r` is red."),
    ("'C--' is not a valid format string ('C' must be followed by a number)",
     "Capital and small letters are not the same here: `c` is cyan."),
    ("'Q' is not a valid format string (unrecognized character 'Q')",
     "A format has one letter for the colour"),
    ("'red-' is not a valid format string (unrecognized character 'e')",
     "A format has one letter for the colour"),
    ("'odd' is not a colour", "")])
def test_letter_that_matplotlib_does_not_know_is_explained(text, said):
    hint = general_hint(plan_of(), failing(text, 1, error="ValueError"))
    assert hint.startswith(said)
    assert bool(hint) is bool(said)
