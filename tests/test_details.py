"""What stands below a task: nothing twice, and the command for the rest."""

import msgspec
import pytest

from grader.checkfile import load
from grader.course import CHECKS
from grader.explaining.page import MOST_OF_CASE, Page, page_lines
from grader.explaining.steps import Trouble
from grader.report.details import details
from grader.report.narrow import narrowed
from grader.report.schema import CheckInfo, FindingInfo, PartInfo, TaskInfo

TASK = "0x00-linear_algebra/8-ridin_bareback"
COMMAND = "python3 grader --task 8-ridin_bareback -v"


def lost(place, hint="", **facts):
    """A failed check; its call has as many letters as its place."""
    return msgspec.structs.replace(CheckInfo(
        f"check {place}", f"title {place}", "hidden", "failed", 0, 1,
        call=f"f({'1' * place})", expected="1", got="0",
        difference="expected 1, got 0", hint=hint), **facts)


def task_of(*checks, findings=(), earned=0):
    right = CheckInfo("right", "right", "visible", "passed", 1, 1)
    return TaskInfo(TASK, "Title.", f"{TASK}.py", "", "failed", 0, 10, 0,
                    {"output": PartInfo(earned, 7)}, [*checks, right],
                    list(findings))


def text_of(task, verbose=False, command=COMMAND):
    return "\n".join(line for line, _ in details(
        task, verbose, lambda: command))


# --- a difference that only repeats


@pytest.mark.parametrize("expected, got", [
    ("1", "0"), ("'ab'", "'b'"), ("None", "0.5"), ("True", "False")])
def test_difference_of_two_plain_values_is_not_told_again(expected, got):
    said = f"expected {expected}, got {got}"
    check = lost(1, expected=expected, got=got, difference=said)
    assert said not in text_of(task_of(check))
    assert f"expected: {expected}" in text_of(task_of(check))


@pytest.mark.parametrize("facts", [
    {"difference": "at [0]: expected 1, got 0"},
    {"difference": "the result is the float 0.0, not the int 0"},
    {"expected": "", "difference": "expected 1, got 0"},
    {"got": "0 (a float)", "difference": "expected 1, got 0"}])
def test_difference_that_says_more_is_told(facts):
    assert facts["difference"] in text_of(task_of(lost(1, **facts)))


# --- a hint once


HINT = "Count the rows."


@pytest.mark.parametrize("first, second", [
    (HINT, HINT), (f"For this call: {HINT}", HINT),
    (HINT, f'For "short lists": {HINT}'),
    (f"For `f(a)`: {HINT}", f'For "short": {HINT}')])
def test_hint_stands_once_below_a_task(first, second):
    task = task_of(lost(1, first), lost(2, second))
    assert text_of(task, verbose=True).count(HINT) == 1
    same = task_of(lost(1, first), lost(2, second, call="f(1)"))
    assert text_of(same).count(HINT) == 1


def test_another_hint_is_told_too():
    said = text_of(task_of(lost(1, HINT), lost(2, "Count the columns.")),
                   verbose=True)
    assert said.count("hint:") == 2


def test_two_findings_with_one_hint_tell_it_once():
    found = [FindingInfo("style", code, f"Text of {code}.", HINT, 7, 1, 0.5)
             for code in ("E127", "E128")]
    said = text_of(task_of(lost(1), findings=found))
    assert said.count(HINT) == 1
    assert "E128" in said


@pytest.mark.parametrize("points, said", [
    (1, "(1 point)"), (2, "(2 points)"), (0.5, "(0.5 points)")])
def test_one_point_is_no_points(points, said):
    assert said in text_of(task_of(lost(1), earned=7 - points))


# --- the command for the rest


MANY = [lost(place) for place in range(1, 7)]


def test_checks_that_are_left_out_come_with_the_command():
    assert text_of(task_of(*MANY)).endswith(f"- and 2 more: `{COMMAND}`")


def test_long_command_stands_whole_below():
    command = f"python3 grader {'folder/' * 10} --task 8-ridin_bareback -v"
    *_, head, last = text_of(task_of(*MANY), command=command).splitlines()
    assert head.strip() == "- and 2 more:"
    assert last.strip() == command


def test_without_a_command_only_the_number_is_told():
    *_, (last, _) = details(task_of(*MANY))
    assert last.strip() == "- and 2 more"


def test_everything_is_shown_without_a_command():
    said = text_of(task_of(*MANY), verbose=True)
    assert "more" not in said
    assert "- title 6" in said


def test_command_inside_a_line_stays_whole_on_a_narrow_terminal():
    line = f"           - and 2 more: `{COMMAND}`"
    head, command = narrowed(line, 60)
    assert head.strip() == "- and 2 more:"
    assert command.strip() == f"`{COMMAND}`"


# --- the page of `explain`


def page(task, shown=(0,), **facts):
    check = task.checks[0]
    return [line for line, _ in page_lines(Page(
        load(CHECKS, TASK), task, None, Trouble(check=check),
        [("First.",), ("Second.",), ("Third.",)], shown, "next",
        **{"in_full": COMMAND, **facts}))]


def rows(many):
    return "\n".join(f"[row {place}]" for place in range(many))


@pytest.mark.parametrize("many", [1, 10, 17])
def test_case_that_is_explained_is_shown_in_full(many):
    lines = page(task_of(lost(1, expected=rows(many), got=rows(many))))
    assert sum("[row " in line for line in lines) == 2 * many


def test_very_long_case_is_cut_with_the_command_that_shows_it():
    lines = page(task_of(lost(1, expected=rows(60), got=rows(60))))
    shown = lines[lines.index("The last result:") + 1:]
    assert shown[MOST_OF_CASE].startswith("  ... ")
    assert f"more lines: `{COMMAND}`" in shown[MOST_OF_CASE]


def test_wide_line_of_a_case_is_broken_and_not_cut():
    text = "ab " * 30 + "\n" + "c" * 100
    lines = page(task_of(lost(1, got=text)))
    assert max(map(len, lines)) <= 79
    assert sum(line.count("c") for line in lines
               if set(line) == {" ", "c"}) == 100


def test_command_of_a_page_is_neither_broken_nor_cut():
    command = f"python3 grader {'folder/' * 10} --task 8-ridin_bareback -v"
    lines = page(task_of(*MANY), in_full=command)
    assert command in [line.strip() for line in lines]


@pytest.mark.parametrize("shown", [(1,), (2,), ()])
def test_result_that_was_shown_is_not_shown_again(shown):
    lines = page(task_of(*MANY), shown)
    assert lines[0].startswith(TASK)
    assert lines[1] == "  f(1)"
    assert lines[2] == ""
    assert not any(word in line for line in lines
                   for word in ("expected", "Rules", "last result"))


def test_all_hints_come_with_the_whole_result():
    lines = page(task_of(*MANY), (0, 1, 2))
    assert "The last result:" in lines
    assert any(line.startswith("  Rules: ") for line in lines)


def test_long_call_is_cut_when_it_is_shown_again():
    call = f"f([{', '.join(map(str, range(400)))}])"
    lines = page(task_of(lost(1, call=call)), (1,))
    assert len(lines) < 15
    assert any(COMMAND in line for line in lines)


def test_finding_is_named_with_each_hint():
    found = FindingInfo("style", "E501", "The line is long.", HINT, 7, 1, 1)
    task = task_of(findings=[found])
    lines = [line for line, _ in page_lines(Page(
        load(CHECKS, TASK), task, None, Trouble(finding=found),
        [("First.",), ("Second.",)], (1,), "next", COMMAND))]
    assert lines[1] == "  style -1: line 7: The line is long."
    assert HINT not in "\n".join(lines)
