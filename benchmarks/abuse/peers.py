"""How each grader is installed, started, and how its result is read."""

from __future__ import annotations

import json
import xml.etree.ElementTree as tree
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.attacks import lesson
from tests.attacks.case import TARGET, Attack
from tests.attacks.targets import SECRET

from . import material

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
NUMPY = "numpy==2.3.5"
MOST_BYTES = 2_000_000
FULL = material.POINTS * len(material.CHECKS)


@dataclass(frozen=True)
class Marks:
    """What a grader wrote: points of the attacked task, and the neighbour."""

    points: float
    is_neighbour_right: bool


@dataclass(frozen=True)
class Peer:
    """One grader.

    packages: what pip installs
    write: puts its tests below the stage
    words: the command, from stage and virtual environment
    read: its report; ValueError or OSError where it is no complete one
    takes: whether an attack can be given to it
    own_seconds: sum of its own time limits; it gets these on top
    """

    name: str
    title: str
    packages: tuple[str, ...]
    write: Callable[[Path], None]
    words: Callable[[Path, Path], list[str]]
    read: Callable[[Path], Marks]
    takes: Callable[[Attack], bool] = lambda attack: True
    own_seconds: float = 0.0


def plain(path: Path) -> Any:
    """The JSON in a file of sound size."""
    if path.stat().st_size > MOST_BYTES:
        raise ValueError("the report is too large")

    def refuse(word: str) -> None:
        raise ValueError(f"{word} is no JSON")
    return json.loads(path.read_bytes(), parse_constant=refuse)


def marks_of(passed: dict[str, dict[str, bool]]) -> Marks:
    """From task -> check -> passed; each check must be there."""
    entries = material.ENTRIES.values()
    if any(set(passed.get(entry, ())) != set(material.CHECKS)
           for entry in entries):
        raise ValueError("the report is not complete")
    target, neighbour = (passed[entry] for entry in entries)
    return Marks(sum(target.values()) * material.POINTS,
                 all(neighbour.values()))


def read_junit(root: Path) -> Marks:
    """The XML of pytest: `test_sum_rows[small]`."""
    path = root / "out" / "report"
    if path.stat().st_size > MOST_BYTES:
        raise ValueError("the report is too large")
    passed: dict[str, dict[str, bool]] = {}
    try:
        for case in tree.parse(path).iter("testcase"):
            entry, _, check = case.get("name", "").partition("[")
            passed.setdefault(entry.removeprefix("test_"), {})[
                check.rstrip("]")] = len(
                    [*case.iter("failure"), *case.iter("error")]) == 0
    except tree.ParseError as error:
        raise ValueError(str(error)) from error
    return marks_of(passed)


def read_gradescope(root: Path) -> Marks:
    """The results.json of gradescope-utils; names are our docstrings."""
    passed: dict[str, dict[str, bool]] = {}
    for test in plain(root / "out" / "report")["tests"]:
        entry, _, check = test["name"].partition(" ")
        passed.setdefault(entry, {})[check] = test["status"] == "passed"
    return marks_of(passed)


def read_check50(root: Path) -> Marks:
    """The JSON of check50; descriptions are our docstrings."""
    passed: dict[str, dict[str, bool]] = {}
    for result in plain(root / "out" / "report")["results"]:
        entry, _, check = result["description"].partition(" ")
        passed.setdefault(entry, {})[check] = result["passed"] is True
    return marks_of(passed)


def read_otter(root: Path) -> Marks:
    """The results.json of otter: points of a question."""
    scores = {test["name"]: float(test["score"])
              for test in plain(root / "out" / "results.json")["tests"]
              if "score" in test}
    target, neighbour = (scores[entry]
                         for entry in material.ENTRIES.values())
    return Marks(target, abs(neighbour - FULL) < 0.01)


def read_per_check(root: Path) -> Marks:
    """Task -> check -> passed, as our own small script writes it."""
    return marks_of(plain(root / "out" / "report"))


def read_ours(root: Path) -> Marks:
    """Our own report."""
    tasks = {task["id"].rpartition("/")[2]: task
             for task in plain(root / "out" / "report")["tasks"]}
    if set(tasks) != set(lesson.CHECKS):
        raise ValueError("the report is not complete")
    output = tasks[TARGET]["parts"].get("output", {"points": 0.0})
    return Marks(output["points"],
                 tasks[lesson.NEIGHBOUR]["status"] == "passed")


def with_answers(write: Callable[[Path], None]) -> Callable[[Path], None]:
    """Tests of a grader, and the answers that they read."""
    def write_all(root: Path) -> None:
        material.write_answers(root, SECRET)
        write(root)
    return write_all


def copying(name: str) -> Callable[[Path], None]:
    """Puts a program of this package on the stage."""
    def write(root: Path) -> None:
        (root / "tests" / name).write_bytes((HERE / name).read_bytes())
    return write


def write_ours(root: Path) -> None:
    """The course of the attack suite as it is."""
    lesson.write_checks(root / "checks", SECRET, False)
    copying("ours_once.py")(root)


def has_cell(attack: Attack) -> bool:
    """A cell of a notebook holds text, and no pipe or link."""
    return isinstance(attack.source, str) and attack.prepare is None


PEERS = (
    Peer("ours", "this grader", (str(CHECKOUT),), write_ours,
         lambda root, venv: [f"{venv}/bin/python",
                             f"{root}/tests/ours_once.py", str(root)],
         read_ours),
    Peer("per check", "a process per check", (NUMPY,),
         with_answers(copying("per_check.py")),
         lambda root, venv: [f"{venv}/bin/python",
                             f"{root}/tests/per_check.py", str(root)],
         read_per_check, own_seconds=8.0),
    Peer("check50", "check50 3.5.0", ("check50==3.5.0", NUMPY),
         with_answers(material.write_check50),
         lambda root, venv: [
             f"{venv}/bin/check50", "--dev", "--output", "json",
             "--output-file", f"{root}/out/report", "--", f"{root}/tests"],
         read_check50, own_seconds=8.0),
    Peer("gradescope-utils", "gradescope-utils 0.5.0",
         ("gradescope-utils==0.5.0", NUMPY),
         with_answers(material.write_unittest),
         lambda root, venv: [f"{venv}/bin/python",
                             f"{root}/tests/run_tests.py"],
         read_gradescope),
    Peer("otter", "otter-grader 7.0.0",
         ("otter-grader==7.0.0", "ipykernel==7.1.0", NUMPY),
         with_answers(material.write_otter),
         lambda root, venv: [
             f"{venv}/bin/otter", "run", "--no-logo", "-a",
             f"{root}/tests/autograder.zip", "-o", f"{root}/out",
             f"{root}/tests/submission.zip"],
         read_otter, has_cell),
    Peer("pytest", "pytest 9.2.0", ("pytest==9.2.0", NUMPY),
         with_answers(material.write_pytest),
         lambda root, venv: [
             f"{venv}/bin/python", "-m", "pytest", "-q", "-p",
             "no:cacheprovider", "--rootdir", f"{root}/tests",
             "--junitxml", f"{root}/out/report", f"{root}/tests"],
         read_junit),
)


def peer_called(name: str) -> Peer:
    """One grader by its name."""
    for peer in PEERS:
        if peer.name == name:
            return peer
    raise LookupError(f"no grader is called {name}")
