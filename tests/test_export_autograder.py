"""The zip for Gradescope: unpacked and run as its server does."""

import json
import os
import shlex
import shutil
import stat
import subprocess
import sys
import zipfile

import pytest
from export_schemas import faults
from source_tree import ROOT

from grader.cli import main
from grader.model import UsageError
from grader.report.export import autograder
from grader.report.export.gradescope import NO_SCORE

TASK = "0x00-linear_algebra/2-size_me_please"
POLICY = f'tasks = ["{TASK}"]\n'
LATE = POLICY + ("[late]\ndue = 2026-11-01T00:00:00+01:00\n"
                 "percent_per_day = 10\n")
SHADOW = "import os; os._exit(0)\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The zip file as the command line writes it."""
    path = tmp_path_factory.mktemp("zip") / "autograder.zip"
    assert main(["export", "gradescope-autograder", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def server(tmp_path_factory, archive):
    """An empty root with the zip unpacked, and libraries without setup."""
    root = tmp_path_factory.mktemp("server") / "auto grader"
    source = root / "source"
    with zipfile.ZipFile(archive) as file:
        file.extractall(source)
    python = source / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} "
                      f'"$@"\n')
    python.chmod(0o755)
    # The server starts a copy that lies outside of the source.
    shutil.copy(source / "run_autograder", root)
    return root


@pytest.fixture
def run(server):
    """Grades one text of the task; gives the status and the results."""
    def grade(text=None, policy=POLICY, beside=()):
        for name in ("submission", "results"):
            shutil.rmtree(server / name, ignore_errors=True)
        folder = server / "submission" / TASK.partition("/")[0]
        folder.mkdir(parents=True)
        if text is not None:
            path = server / "submission" / f"{TASK}.py"
            path.write_text(text)
            path.chmod(0o755)
        for name in beside:
            (server / "submission" / name).write_text(SHADOW)
            (folder / name).write_text(SHADOW)
        (server / "source" / "grader.toml").write_text(policy)
        done = subprocess.run(
            ["bash", str(server / "run_autograder")], cwd=server,
            capture_output=True, text=True, timeout=120,
            env={"PATH": os.environ["PATH"], "HOME": "/nonexistent",
                 "AUTOGRADER_ROOT": str(server)})
        found = json.loads((server / "results/results.json").read_bytes())
        assert faults("gradescope", found) == []
        return done.returncode, found, done.stdout + done.stderr
    yield grade
    (server / "submission_metadata.json").unlink(missing_ok=True)


def reference():
    return (ROOT / f"{TASK}.py").read_text()


def test_zip_is_the_same_bytes_each_time(archive):
    assert autograder.make_autograder() == archive.read_bytes()


def test_zip_holds_the_grader_its_checks_and_its_lock(archive):
    with zipfile.ZipFile(archive) as file:
        names = set(file.namelist())
        for name in ("uv.lock", "pyproject.toml", "LICENSE",
                     "grader/__main__.py", f"grader/checks/{TASK}.py"):
            assert file.read(name) == (ROOT / name).read_bytes()
    assert not any("author/" in name or "__pycache__" in name
                   or "/." in name for name in names)


def test_zip_has_fixed_dates_and_two_scripts_that_start(archive):
    with zipfile.ZipFile(archive) as file:
        assert {info.date_time for info in file.infolist()} == {
            autograder.WHEN}
        started = [info.filename for info in file.infolist()
                   if info.external_attr >> 16 & stat.S_IXUSR]
    assert started == ["run_autograder", "setup.sh"]


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_scripts_are_sound_bash(name, server):
    done = subprocess.run(["bash", "-n", str(server / "source" / name)],
                          capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_right_submission_gets_all_points(run):
    status, found, told = run(reference())
    assert (status, found["score"]) == (0, 10)
    assert found["extra_data"]["digest"]
    assert {test["status"] for test in found["tests"]} == {"passed"}
    assert "1 ok" in told


def test_wrong_submission_learns_why(run):
    status, found, _ = run("def matrix_shape(matrix):\n    return 7\n")
    assert (status, found["score"]) == (0, 0)
    assert any("got: 7" in test["output"] for test in found["tests"])


def test_empty_submission_has_the_points_of_a_missing_file(run):
    status, found, _ = run()
    assert (status, found["score"]) == (0, 0)
    assert [test["max_score"] for test in found["tests"]] == [10]


def test_late_submission_is_dated_by_the_clock_of_the_server(run, server):
    (server / "submission_metadata.json").write_text(json.dumps(
        {"created_at": "2026-11-01T20:00:00.123456-08:00"}))
    _, found, _ = run(reference(), LATE)
    assert found["score"] == 8
    assert "20 %" in found["output"]


@pytest.mark.parametrize("metadata", [
    "[]", '{"created_at": 7}', '{"created_at": "2026-12-01T00:00:00"}'])
def test_metadata_without_a_time_costs_nothing(metadata, run, server):
    (server / "submission_metadata.json").write_text(metadata)
    assert run(reference(), LATE)[1]["score"] == 10


def test_submission_cannot_speak_for_the_grader(run):
    status, found, _ = run(reference(), beside=(
        "grader.py", "msgspec.py", "json.py", "sitecustomize.py",
        "grader.toml", "results.json"))
    assert (status, found["score"]) == (0, 10)


@pytest.mark.parametrize("policy", ["tassks = 1", "tasks = [", "\0"])
def test_broken_policy_gives_no_score(policy, run):
    status, found, _ = run(reference(), policy)
    assert status == 3
    assert "score" not in found and found["tests"] == []
    assert found["output"] == NO_SCORE


def test_broken_check_file_gives_no_score_and_says_why(run, server):
    path = server / "source/grader/checks" / f"{TASK}.py"
    whole = path.read_bytes()
    path.write_bytes(b"KIND = \n")
    try:
        status, found, _ = run(reference())
    finally:
        path.write_bytes(whole)
    assert status == 3
    assert "score" not in found
    assert found["output"].startswith(NO_SCORE + "\nGrader error (ours")


def test_grader_that_is_killed_leaves_a_result_without_a_score(run, server):
    python = server / "source/.venv/bin/python"
    whole = python.read_text()
    python.write_text("#!/bin/sh\nkill -9 $PPID\n")
    try:
        status, found, _ = run(reference())
    finally:
        python.write_text(whole)
    assert status not in (0, 1)
    assert (found["output"], found["tests"]) == (NO_SCORE, [])


def test_isolation_that_cannot_be_had_gives_no_score(run, server):
    status, found, told = run(reference(), 'isolation = "full"\n' + POLICY)
    level = found.get("extra_data", {}).get("isolation", "process")
    assert (status == 0) is (level == "full"), told
    assert ("score" in found) is (level == "full")


def test_words_are_baked_into_the_zip():
    data = autograder.make_autograder("hint-only", "after_due_date")
    assert b"reveal='hint-only'\nhidden='after_due_date'\n" in data


def test_policy_beside_the_grader_goes_along(tmp_path):
    for name in autograder.AT_TOP:
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "grader.toml").write_text(POLICY)
    data = autograder.make_autograder(root=str(tmp_path))
    assert POLICY.encode() in data
    (tmp_path / "grader.toml").write_text("taks = []\n")
    with pytest.raises(UsageError, match="did you mean `tasks`"):
        autograder.make_autograder(root=str(tmp_path))


def test_installed_grader_without_a_checkout_is_told_so(tmp_path):
    with pytest.raises(UsageError, match="in a complete checkout"):
        autograder.make_autograder(root=str(tmp_path))


def test_student_edition_makes_no_autograder(tmp_path, monkeypatch):
    (tmp_path / "edition.json").write_text("{}")
    monkeypatch.setattr(autograder, "CHECKS", str(tmp_path))
    with pytest.raises(UsageError, match="instructor edition"):
        autograder.make_autograder()
