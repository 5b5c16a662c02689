"""The pytest view says the same as the judge."""

import json

import pytest
from graded import WRONG

from grader.suite import points_from_json, run_pytest


@pytest.fixture
def report(classroom):
    classroom.submit(WRONG)
    return classroom.report()


def run(report, *words):
    return run_pytest(report, ["-q", "-p", "no:randomly", *words])


def test_points_are_the_same_both_ways(report, tmp_path):
    file = tmp_path / "pytest.json"
    run(report, "--json-report", f"--json-report-file={file}")
    expected = {(task.id, check.name): check.points
                for task in report.tasks for check in task.checks}
    assert points_from_json(file.read_bytes()) == expected


def test_lost_points_give_status_1(report):
    assert run(report) == 1


def test_checks_can_be_chosen_by_name(report, tmp_path):
    file = tmp_path / "pytest.json"
    run(report, "-k", "negative", "--json-report",
        f"--json-report-file={file}")
    summary = json.loads(file.read_bytes())["summary"]
    assert (summary["total"], summary["failed"]) == (1, 1)


def test_failure_shows_our_sentence_and_no_grader_code(report, capsys):
    run(report)
    said = capsys.readouterr().out
    assert "hint: You square the numbers" in said
    assert "runtest" not in said and "suite.py" not in said


def test_pytest_junit_can_be_had(report, tmp_path):
    file = tmp_path / "junit.xml"
    run(report, f"--junitxml={file}")
    assert b"You square the numbers" in file.read_bytes()


def test_nothing_of_the_submission_is_collected(report, classroom, tmp_path,
                                                monkeypatch):
    trap = ("import pathlib\n"
            f"pathlib.Path({str(tmp_path / 'bitten')!r}).touch()\n")
    for name in ("conftest.py", "test_trap.py", "numpy.py"):
        (classroom.folder / name).write_text(trap)
    (classroom.folder / "pytest.ini").write_text("[pytest]\naddopts = -x\n")
    monkeypatch.chdir(classroom.folder)
    run(report)
    assert not (tmp_path / "bitten").exists()


def test_missing_task_is_one_failed_item(classroom):
    assert run(classroom.report()) == 1
