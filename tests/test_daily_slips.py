"""Slips of daily life, each from the student's file to the hint that helps."""

import ast

import numpy as np
import pytest
from graded import RIGHT
from small_course import CHECK, make_plan, outcomes_of

from grader.definitions import covered_hint, parameters_hint, self_hint
from grader.figures.bars import box_difference
from grader.hints import general_hint
from grader.judge import as_mistake, judge
from grader.model import Outcome
from grader.report.build import build_report
from grader.report.text import text_lines
from grader.second_look import look_again
from grader.syntax_words import syntax_words

DEF = RIGHT[:RIGHT.index("    return")]


def hint_of(classroom, text):
    """The hint on the first failing check."""
    classroom.submit(text)
    task, = classroom.grade().tasks
    return next(verdict.hint for verdict in task.verdicts
                if verdict.status not in ("passed", "not_run"))


@pytest.mark.parametrize("body, said", [
    ("    for number in numbers:\n        yield 2 * number\n",
     "`yield` makes a generator"),
    ("    return (2 * number for number in numbers)\n",
     "Write `return`, and square brackets."),
    ("    return map(abs, numbers)\n", "`list(...)` makes a list of it."),
    ("    return {numbers: 1}\n", "A list can be no key of a dictionary"),
    ("    exit()\n", "`exit()` ends the whole program."),
    ("    numbers = input()\n", "`input()` waits for a person.")])
def test_daily_slip_is_named(classroom, body, said):
    assert said in hint_of(classroom, DEF + body)


def test_question_outside_of_every_function_is_named(classroom):
    assert hint_of(classroom, RIGHT + "\n\nn = input('how many? ')\n") == (
        "Line 10 runs when the file is loaded, and there it goes wrong. It "
        "stands outside of every function: delete it.")


def test_loop_outside_of_every_function_is_named(tmp_path):
    plan = make_plan(tmp_path)
    verdicts = judge(plan, [
        Outcome("timeout", text="no answer after 6 seconds", line=11)
        for check in plan.checks for _ in check.cases])
    tree = ast.parse(RIGHT + "\n\nwhile True:\n    pass\n")
    assert {verdict.hint for verdict in look_again(plan, tree, verdicts)
            if verdict.outcome} == {
        "The loop in line 10 runs when the file is loaded, and it does not "
        "end. It stands outside of every function: delete it."}


def test_exit_where_none_is_asked_for_is_still_named(tmp_path):
    plan = make_plan(tmp_path, CHECK.replace("[2, 4]", "None").replace(
        "return [2 * number for number in numbers]", "return None"))
    outcomes = [Outcome("exception", error="SystemExit", text="None")
                for _ in outcomes_of(plan, plan.file.oracle)]
    verdict = judge(plan, outcomes)[0]
    assert general_hint(plan, verdict) == (
        "`exit()` ends the whole program. Use `return` instead.")


CLASS = ast.parse('''
class A:
    def __init__(self):
        self.pmf = 1

    def pmf(self, k):
        return self.score(k)

    def score(k):
        return k

    @staticmethod
    def free(k):
        return k
''')


def test_value_that_covers_a_method_is_named_by_its_line():
    assert covered_hint(CLASS, "A", "class") == (
        "Line 4 stores a value as `pmf`, and so the method `pmf` is gone. "
        "Give the value another name.")


def test_class_in_which_nothing_is_covered_is_not_blamed():
    tree = ast.parse("class A:\n    def f(self):\n        self.x = 1\n")
    assert covered_hint(tree, "A", "class") == ""


@pytest.mark.parametrize("name, said", [
    ("score", "`score` is a method: its first parameter must be `self`."),
    ("pmf", ""), ("free", ""), ("other", "")])
def test_method_without_self_is_named(name, said):
    assert self_hint(CLASS, name) == said


def test_function_with_self_is_told_that_it_stands_in_no_class():
    tree = ast.parse("def f(self, x):\n    return x\n")
    assert parameters_hint(tree, "f", "f", "f() missing 1") == (
        "`f` stands in no class: delete `self` from its parameters.")


@pytest.mark.parametrize("row, word", [
    ("retrun x", "return"), ("Return x", "return"), ("whlie x:", "while"),
    ("improt numpy", "import"), ("Def f(x):", "def"), ("esle:", "else")])
def test_misspelt_first_word_is_named(row, word):
    with pytest.raises(SyntaxError) as caught:
        compile(row, "x.py", "exec")
    text, hint = syntax_words(caught.value.msg, row)
    assert (text, hint) == (f"`{row.split()[0].rstrip(':')}` is no word of "
                            "Python", f"Did you mean `{word}`?")


@pytest.mark.parametrize("row", ["total 3", "x y", "data 2 3", "result row"])
def test_other_words_are_no_misspelt_ones(row):
    assert syntax_words("invalid syntax", row) == ("", "")


def test_hint_about_none_needs_a_none(tmp_path):
    plan = make_plan(tmp_path)
    case = plan.checks[0].cases[0]

    def wrong(numbers):
        return numbers + None
    text = "can only concatenate list to "
    assert as_mistake(plan, wrong, case, Outcome(
        "exception", error="TypeError", text=text + "'NoneType'"))
    assert not as_mistake(plan, wrong, case, Outcome(
        "exception", error="TypeError", text=text + "'str'"))


def test_printed_result_is_shown_once(classroom):
    classroom.submit(RIGHT.replace("return [", "print([").replace(
        "numbers]", "numbers])"))
    lines = "\n".join(line for line, _ in text_lines(classroom.report()))
    assert "but it printed" in lines and "printed:" not in lines


def test_misspelt_file_is_the_next_thing_to_look_at(classroom):
    classroom.submit(RIGHT, "0x00-topic/0-double.py.txt")
    report = build_report(classroom.grade())
    lines = " ".join(line.strip() for line, _ in text_lines(report))
    assert report.submission.remarks == []
    assert "Next: look at 0x00-topic/0-double: `0-double.py.txt` looks like"\
        in lines


@pytest.mark.parametrize("got, said", [
    ((0, 0, 10, 4), "the bar from 0 to 10 is 4 high instead of 3"),
    ((0, 0, 5, 3), "a bar goes from 0 to 5: 3; the task has one from "
                   "0 to 10: 3")])
def test_wrong_bar_is_told_by_its_place(got, said):
    assert box_difference(np.array([[0, 0, 10, 3.0]]),
                          np.array([got], float)) == said
