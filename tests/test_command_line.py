"""The command line: words, exit status, files that are written."""

import json
import os
import subprocess
import sys

import pytest
from source_tree import ROOT

from grader.cli import main

TASK = "0x00-linear_algebra/8-ridin_bareback"


@pytest.fixture
def submission(tmp_path):
    """A copy of one reference task."""
    folder = tmp_path / "linear_algebra"
    folder.mkdir()
    copy = folder / "8-ridin_bareback.py"
    copy.write_bytes((ROOT / f"{TASK}.py").read_bytes())
    copy.chmod(0o755)
    return tmp_path


def run(*words):
    return main([str(word) for word in words])


def test_all_points_give_status_0(submission, capsys):
    assert run("grade", submission, "--task", TASK) == 0
    assert "1 task: 1 ok. 10 of 10 points." in capsys.readouterr().out


def test_lost_points_give_status_1(submission, capsys):
    (submission / "linear_algebra" / "8-ridin_bareback.py").write_text("x")
    assert run("grade", submission, "--task", TASK) == 1


def test_path_alone_means_grade(submission, capsys):
    assert run(submission, "--task", "8") in (0, 1)
    assert "8-ridin_bareback" in capsys.readouterr().out


def test_one_file_can_be_graded(submission, capsys):
    file = submission / "linear_algebra" / "8-ridin_bareback.py"
    assert run("grade", file) == 0
    assert "1 task: 1 ok." in capsys.readouterr().out


@pytest.mark.parametrize("words, said", [
    (("grade", "/no/such/folder"), "There is no /no/such/folder"),
    (("grade", ".", "--task", "99-nothing"), "No task is called `99-"),
    (("grade", ".", "--format", "jsno"), "Did you mean json?"),
    (("watc",), "Did you mean `watch`?"),
    (("Grades",), "There is no command `Grades`"),
    (("grade", ".", "--require-isolation", "fulll"), "Did you mean full?"),
    (("grade", ".", "--seed", "x"), "grader --help"),
    (("grade", ".", "--sede", "1"), "--seed"),
    (("grade", ".", "--jobs", "-1"), "grader --help")])
def test_wrong_words_give_status_2_and_a_way_out(capsys, words, said):
    assert run(*words) == 2
    assert said in capsys.readouterr().err


def test_json_is_written_with_status_0_and_1(submission, tmp_path, capsys):
    file = tmp_path / "report.json"
    run("grade", submission, "--task", TASK, "--json", file)
    assert json.loads(file.read_text())["points"] == 10
    (submission / "linear_algebra" / "8-ridin_bareback.py").write_text("x")
    run("grade", submission, "--task", TASK, "--json", file)
    assert json.loads(file.read_text())["points"] == 0


def test_json_is_written_with_status_3(submission, tmp_path, capsys,
                                       monkeypatch):
    from grader import grading
    from grader.model import GraderError

    def broken(*words):
        raise GraderError("the sandbox is on fire")
    monkeypatch.setattr(grading, "grade_tasks", broken)
    file = tmp_path / "report.json"
    assert run("grade", submission, "--task", TASK, "--json", file) == 3
    report = json.loads(file.read_text())
    assert report["grader_errors"] == ["the sandbox is on fire"]
    assert (report["points"], report["max_points"]) == (0, 0)


def test_json_can_be_the_output(submission, capsys):
    run("grade", submission, "--task", TASK, "--format", "json")
    assert json.loads(capsys.readouterr().out)["version"] == 1


def test_junit_is_written(submission, tmp_path, capsys):
    file = tmp_path / "junit.xml"
    run("grade", submission, "--task", TASK, "--junit", file)
    assert b"<testsuites" in file.read_bytes()


def test_report_that_cannot_be_written_says_where(submission, capsys):
    status = run("grade", submission, "--task", TASK, "--json",
                 "/no/such/folder/report.json")
    assert status == 2
    assert "/no/such/folder/report.json" in capsys.readouterr().err


def test_seed_is_in_the_report_and_decides_the_inputs(submission, capsys):
    run("grade", submission, "--task", TASK, "--seed", "7", "--format",
        "json")
    assert json.loads(capsys.readouterr().out)["seed"] == 7


def test_only_visible_leaves_hidden_checks_out(submission, capsys):
    run("grade", submission, "--task", TASK, "--only-visible", "--format",
        "json")
    checks = json.loads(capsys.readouterr().out)["tasks"][0]["checks"]
    assert {check["visibility"] for check in checks} == {"visible"}


def test_too_little_isolation_is_refused(submission, capsys, monkeypatch):
    from grader.sandbox import opening
    real = opening.open_sandbox
    monkeypatch.setattr(
        opening, "open_sandbox",
        lambda *words, **named: real(*words, **named, level="limits"))
    status = run("grade", submission, "--task", TASK,
                 "--require-isolation", "full", "--format", "json")
    assert status == 3
    report = json.loads(capsys.readouterr().out)
    assert "only limits can be had here" in report["grader_errors"][0]
    assert report["tasks"] == []


def test_run_without_fork_gives_the_same_points(submission, capsys):
    assert run("grade", submission, "--task", TASK, "--no-fork") == 0


def test_version_is_shown(capsys):
    assert run("--version") == 0
    assert capsys.readouterr().out.count(".") == 2


def test_schema_is_printed(capsys):
    assert run("schema") == 0
    printed = capsys.readouterr().out
    assert printed == (ROOT / "schemas" / "report-1.json").read_text()


def test_pytest_view_takes_words_of_pytest(submission, capsys):
    status = run("pytest", submission, "--task", TASK, "-q", "-k", "fit")
    assert status == 0
    assert "passed" in capsys.readouterr().out


def test_help_is_shown_without_starting_anything(capsys):
    assert run("--help") == 0
    assert "grade" in capsys.readouterr().out


def test_traps_in_the_working_folder_are_not_loaded(submission):
    for name in ("numpy.py", "typer.py", "random.py", "sitecustomize.py"):
        (submission / name).write_text("raise SystemExit('trapped')\n")
    done = subprocess.run(
        [sys.executable, "-m", "grader", "grade", ".", "--task", TASK],
        cwd=submission, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert (done.returncode, "trapped" in done.stdout + done.stderr) == (
        0, False)


def test_options_without_a_command_grade_this_checkout(capsys):
    assert run("--task", TASK) == 0
    assert "1 task: 1 ok." in capsys.readouterr().out
