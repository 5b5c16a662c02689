"""The job of a student's workflow, step by step, around the real grader."""

import base64
import json
import os
import shutil
import subprocess
import sys

import pytest
from source_tree import ROOT
from workflow_steps import Runner

from grader.author.edition.servers import GITHUB, with_source
from grader.author.edition.tree import FILES
from grader.model import Limits
from grader.sandbox import open_sandbox

TASK = "0x00-linear_algebra/8-ridin_bareback"
POLICY = f'tasks = ["{TASK}"]\n[late]\ndue = 2026-01-01T00:00:00Z\n'
POLICY += "percent_per_day = 10\nmost_percent = 50\n"
RIGHT = (ROOT / f"{TASK}.py").read_text(encoding="utf-8")
# What a student might leave behind, beside a right solution.
TRAPS = {
    "grader/__main__.py": "print('1000 of 1000 points')\n",
    "grader.toml": "[points]\noutput = 1000\n",
    "sitecustomize.py": "raise SystemExit('trapped')\n",
    "numpy.py": "raise SystemExit('trapped')\n",
    "random.py": "raise SystemExit('trapped')\n",
    "report/report.json": '{"points": 1000}\n',
    ".github/workflows/grade.yml": "jobs: {}\n"}


def git(folder, *words):
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org",
         *words], cwd=folder, check=True, capture_output=True, text=True,
        env={"PATH": os.defpath, "HOME": str(folder)})
    return done.stdout.strip()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with the teacher's course; and the commit of it."""
    top = tmp_path_factory.mktemp("server")
    course = top / "teacher" / "course"
    shutil.copytree(ROOT / "grader", course / "grader",
                    ignore=shutil.ignore_patterns("__pycache__"))
    (course / "pyproject.toml").write_text("")
    (course / "grader.toml").write_text(POLICY)
    git(course, "init", "--quiet")
    git(course, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(course, "add", "-A")
    git(course, "commit", "--quiet", "-m", "Course")
    return top, git(course, "rev-parse", "HEAD")


@pytest.fixture
def job(server, tmp_path):
    """Runs the job `score` on these files of a student."""
    programs = tmp_path / "bin"
    programs.mkdir()
    # No link: a Python that is started by one loses its environment.
    (programs / "python3").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (programs / "python3").chmod(0o755)

    def run(files, source="", **variables):
        def checkout(words, place):
            assert words["persist-credentials"] == "False"
            for name, text in files.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_text(text)
                (place / name).chmod(0o755)
        with open(os.path.join(FILES, "grade.yml")) as file:
            text = with_source(GITHUB, file.read(),
                               source or f"teacher/course@{server[1]}")
        runner = Runner(
            tmp_path / "machine",
            {"github.event.repository.pushed_at": "1767312000"}, checkout,
            {"GITHUB_SERVER_URL": server[0].as_uri(),
             "PATH": f"{programs}:{os.defpath}",
             "GRADER_NO_BOOTSTRAP": "1", **variables})
        runner.run(text, "score")
        return runner
    return run


def level():
    with open_sandbox(Limits()) as sandbox:
        return sandbox.isolation.level


def test_right_work_among_traps_gets_its_points_and_every_report(job):
    done = job({f"{TASK}.py": RIGHT, **TRAPS})
    if level() != "full":           # such a machine must refuse to grade
        assert done.failed == "Was all of it graded?"
        return
    kept = done.artifacts / "report"
    assert (done.failed, "trapped" in done.log) == ("", False)
    assert {path.name for path in kept.iterdir()} == {
        "badge.json", "classroom.txt", "junit.xml", "report.html",
        "report.json"}
    report = json.loads((kept / "report.json").read_text())
    # Pushed on the second day: 2026-01-02 00:00 is one day late.
    assert report["late"]["submitted"].startswith("2026-01-02T00:00:00")
    assert (report["points"], report["max_points"]) == (9, 10)
    assert "8-ridin_bareback" in done.summary.read_text()
    result = json.loads(base64.b64decode(
        (kept / "classroom.txt").read_text()))
    assert sum(test["score"] for test in result["tests"]) == report["points"]


@pytest.mark.parametrize("repository, commit", [
    ("", ""), ("teacher/course", "main"), ("teacher/course", ""),
    ("", "a" * 40), ("teacher/course; exit 0", "a" * 40),
    ("teacher/course", "a" * 40)])
def test_without_a_fixed_grader_nothing_is_graded(job, repository, commit):
    text = f"{repository}@{commit}"
    done = job({f"{TASK}.py": RIGHT, **TRAPS}, text)
    assert done.failed == "Get the grader of the course"
    assert "::error title=No grader::" in done.log
    assert not (done.artifacts / "report").exists()
    assert done.summary.read_text() == ""
