"""How each grader is installed, prepared and started."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import assignment, environments, material, notebooks, reading
from .metering import Program
from .reading import Marks
from .stage import Stage

OURS, FORK = "ours", "fork"


def nothing(stage: Stage) -> None:
    """Nothing has to be done."""


def one_file(stage: Stage, name: str) -> list[Path]:
    """The report stands where it was asked for."""
    return [stage.report(name)]


@dataclass(frozen=True)
class Tool:
    """One grader, or a floor.

    packages: what pip installs, the main one first
    write: puts its tests on the stage, beside the shared files
    once: the command for one submission
    read: its report -> checks passed by task; None for a floor
    parts: the files that make up its report
    many: the command for many submissions in one process, if it has one
    renew: before each run, takes back what the last one left
    time_out: its own limit, in words
    """

    name: str
    title: str
    packages: tuple[str, ...]
    write: Callable[[Stage], None]
    once: Callable[[Stage, str], Program]
    read: Callable[[Stage, str], Marks] | None = None
    parts: Callable[[Stage, str], list[Path]] = one_file
    many: Callable[[Stage, list[str]], Program] | None = None
    renew: Callable[[Stage], None] = nothing
    time_out: str = "none"


def copying(*names: str) -> Callable[[Stage], None]:
    """Puts programs of this package beside the checks."""
    def write(stage: Stage) -> None:
        for name in names:
            stage.copy(name)
    return write


def floor(way: str, title: str) -> Tool:
    """A floor: no verdict, no report."""
    def many(stage: Stage, names: list[str]) -> Program:
        return stage.program([
            stage.tool("python"), str(stage.checks / "floors.py"), way,
            *(str(stage.submissions / name) for name in names)])
    return Tool(way, title, ("numpy",), copying("floors.py"),
                lambda stage, name: many(stage, [name]), many=many)


def write_ours(stage: Stage) -> None:
    """Our check files, into the copy of the grader."""
    folder = stage.venv.parent / "grader" / "checks"
    shutil.rmtree(folder, ignore_errors=True)
    assignment.write_checks(folder, assignment.read_course())
    # Beside the package, so that it finds this copy and no other.
    shutil.copyfile(Path(__file__).with_name("ours_many.py"),
                    stage.venv.parent / "ours_many.py")


def ours_once(stage: Stage, name: str) -> Program:
    """As a user types it in the checkout."""
    return stage.program([
        environments.python(), "grader", "grade",
        str(stage.submissions / name), "--no-cache", "--json",
        str(stage.report(name))], name, stage.venv.parent)


def ours_many(stage: Stage, names: list[str]) -> Program:
    """The calls that grade a cohort."""
    return stage.program([
        stage.tool("python"), "ours_many.py", str(stage.out),
        *(str(stage.submissions / name) for name in names)],
        folder=stage.venv.parent)


def start(stage: Stage, words: list[str], name: str) -> Program:
    """A tool of the environment on one submission."""
    return stage.program([stage.tool(words[0]), *words[1:]], name)


def check50_once(stage: Stage, name: str) -> Program:
    """It grades where it stands."""
    return stage.program([
        stage.tool("check50"), "--dev", "--output", "json", "--output-file",
        str(stage.report(name)), "--", str(stage.checks / "slug")], name,
        stage.submissions / name)


def otter_once(stage: Stage, name: str) -> Program:
    """Without its containers."""
    out = stage.out / name
    out.mkdir(exist_ok=True)
    return start(stage, [
        "otter", "run", "--no-logo", "-a",
        str(stage.checks / "autograder.zip"), "-o", str(out),
        str(stage.checks / f"{name}.zip")], name)


def write_nbgrader(stage: Stage) -> None:
    """The course, and its released version; a gradebook to go back to."""
    notebooks.write_nbgrader(stage)
    program = nbgrader(stage, "generate_assignment")
    subprocess.run(program.words, cwd=program.folder, check=True,
                   env=program.variables, capture_output=True)
    course = stage.checks / "course"
    shutil.copyfile(course / "gradebook.db", course / "fresh.db")


def nbgrader(stage: Stage, command: str, *words: str) -> Program:
    """One command of nbgrader on the problem set."""
    return stage.program([stage.tool("nbgrader"), command,
                          notebooks.PROBLEM_SET, *words],
                         folder=stage.checks / "course")


def renew_nbgrader(stage: Stage) -> None:
    """The gradebook as it was before anything was graded."""
    course = stage.checks / "course"
    shutil.copyfile(course / "fresh.db", course / "gradebook.db")
    shutil.rmtree(course / "autograded", ignore_errors=True)


def nbgrader_many(stage: Stage, names: list[str]) -> Program:
    """All submissions whose names begin alike; there are no others."""
    return nbgrader(stage, "autograde",
                    f"--student={os.path.commonprefix(names)}*")


TOOLS = (
    Tool(OURS, "this grader", (), write_ours, ours_once, reading.read_ours,
         many=ours_many,
         time_out="2 s a call, 6 s for loading, 12 s a task (built in)"),
    Tool("pytest", "pytest, pytest-json-report",
         ("pytest", "pytest-json-report", "numpy"), material.write_pytest,
         lambda stage, name: start(stage, [
             "python", "-m", "pytest", "-q", "-p", "no:cacheprovider",
             "--rootdir", str(stage.checks), "--json-report",
             f"--json-report-file={stage.report(name)}",
             str(stage.checks)], name),
         reading.read_pytest,
         time_out="none; that would be a plugin"),
    Tool("per check", "a process per check", ("numpy",),
         copying("per_check.py"),
         lambda stage, name: start(stage, [
             "python", str(stage.checks / "per_check.py"),
             str(stage.submissions / name), str(stage.report(name))], name),
         reading.read_per_check, time_out="`subprocess.run(timeout=2)`"),
    Tool("gradescope-utils", "gradescope-utils",
         ("gradescope-utils", "numpy"), material.write_unittest,
         lambda stage, name: start(stage, [
             "python", str(stage.checks / "run_tests.py")], name),
         reading.read_gradescope,
         time_out="none of its own; its server ends the container"),
    Tool("otter-grader", "otter-grader, `otter run`",
         ("otter-grader", "ipykernel", "numpy"), notebooks.write_otter,
         otter_once, reading.read_otter, reading.otter_report,
         time_out="none in `otter run`; that of `otter grade` ends the "
                  "container"),
    Tool("nbgrader", "nbgrader", ("nbgrader", "ipykernel", "numpy"),
         write_nbgrader,
         lambda stage, name: nbgrader(stage, "autograde",
                                      f"--student={name}"),
         reading.read_nbgrader, reading.nbgrader_report, nbgrader_many,
         renew_nbgrader, "`c.Execute.timeout = 2`, for each cell"),
    Tool("check50", "check50, `--dev`", ("check50", "numpy"),
         material.write_check50, check50_once, reading.read_check50,
         time_out="`@check50.check(timeout=2)`"),
    floor(FORK, "floor: an `os.fork` a task"),
    floor("loop", "floor: a bare loop"),
)
