"""Whole small submissions: right ones in every shape, and known wrong ones.

Each folder `submissions/<verdict>/<situation>/` holds a submission and its
`expected.json`:

    task      the one task that is graded
    output    "full" or "lost": the points of the output
    status    the status of the task
    hint      first words of a hint; null: no known mistake explains it
    rules     "full" or "lost", where the rules matter; accepted: "full"
    finding   words that some finding or remark contains
"""

import functools
import json
from pathlib import Path

import pytest

from grader.checkfile import hint_of
from grader.course import Course
from grader.grading import grade
from grader.model import Limits
from grader.report.build import build_report
from grader.sandbox import open_sandbox

FOLDER = Path(__file__).resolve().parent / "submissions"
VERDICTS = ("accepted", "failed", "missing", "refused")
NEEDED = {"task", "output", "hint", "status"}
FREE = {"rules", "finding"}
FOLDERS = sorted(path for path in FOLDER.glob("*/*") if path.is_dir())
IDS = ["/".join(path.parts[-2:]) for path in FOLDERS]
# What is right must be right with every choice of hidden inputs.
RUNS = [pytest.param(folder, seed, id=f"{name}-seed{seed}")
        for folder, name in zip(FOLDERS, IDS, strict=True)
        for seed in ((1, 2) if folder.parent.name == "accepted" else (1,))]


@pytest.fixture(scope="module")
def sandbox():
    with open_sandbox(Limits()) as opened:
        yield opened


@functools.cache
def course_of(task):
    return Course((task,))


def expected_of(folder):
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def told(task):
    """All that the student is told about one task, as one text."""
    lines = [f"{task.id}: {task.status}, {task.points} of "
             f"{task.max_points} points {task.stop}"]
    for check in task.checks:
        if check.status != "passed":
            lines += [f"check {check.name}: {check.status}",
                      f"    call:     {check.call}",
                      f"    expected: {check.expected}",
                      f"    got:      {check.got}",
                      f"    {check.difference}", f"    hint: {check.hint}"]
        elif check.hint:
            lines.append(f"check {check.name}: remark: {check.hint}")
    lines += [f"{finding.part} {finding.code} line {finding.line}: "
              f"{finding.text} {finding.hint}" for finding in task.findings]
    return "\n".join(lines)


def points_of(task, part):
    """"full", "lost" for less, or "" when the part is not there."""
    score = task.parts.get(part)
    if score is None:
        return ""
    return "full" if score.points == score.max_points else "lost"


def hints_of(task):
    """Hints of the checks that were lost."""
    return [check.hint for check in task.checks
            if check.status != "passed" and check.hint]


def known_hints(task):
    """Hints of the task's known mistakes."""
    file = course_of(task).files[0]
    if file.choice is not None:
        return set(file.choice.hints.values())
    return {hint_of(program) for program in file.mistakes.values()}


@pytest.mark.parametrize(("folder", "seed"), RUNS)
def test_submission_gets_the_verdict_of_its_folder(folder, seed, sandbox):
    expected = expected_of(folder)
    course = course_of(expected["task"])
    report = build_report(grade(str(folder), course, sandbox, seed))
    assert report.grader_errors == []
    task, = report.tasks
    text = told(task)
    assert task.status == expected["status"], text
    assert points_of(task, "output") == expected["output"], text
    if "rules" in expected or folder.parent.name == "accepted":
        assert points_of(task, "rules") == expected.get("rules", "full"), text
    assert expected.get("finding", "") in text, text
    if expected["hint"] is None:
        assert not known_hints(task.id) & set(hints_of(task)), text
    else:
        assert any(hint.startswith(expected["hint"])
                   for hint in hints_of(task)), text


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_expected_json_fits_its_folder(folder):
    expected = expected_of(folder)
    assert folder.parent.name in VERDICTS
    assert NEEDED <= expected.keys() <= NEEDED | FREE
    assert expected["output"] in ("full", "lost")
    assert expected.get("rules", "full") in ("full", "lost")
    verdict = folder.parent.name
    if verdict == "accepted":
        # Style alone may be lost: the work itself is right.
        assert expected["status"] in ("passed", "failed")
        assert expected["output"] == expected.get("rules", "full") == "full"
        assert expected["hint"] is None
    elif verdict == "failed":
        assert expected["status"] != "passed"
    else:
        assert expected["status"] == verdict


def test_every_program_has_a_submission_that_is_accepted():
    accepted = {expected_of(folder)["task"] for folder in FOLDERS
                if folder.parent.name == "accepted"}
    course = Course()
    assert course.broken == {}
    # Choices are one number each: a few of them stand for all.
    programs = {file.id for file in course.files if file.kind != "choice"}
    assert programs - accepted == set()
