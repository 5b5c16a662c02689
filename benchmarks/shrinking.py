"""How much smaller do cases become, and what does it cost?

    python benchmarks/shrinking.py [PATTERN ...] [--seed 1]

Every known mistake of every check file plays the student, in this process:
what is measured is the search itself, without a sandbox. Size is the number
of characters of the call and of what it must give. A second table grades a
folder of many wrong files in the real sandbox, with and without the search.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
import warnings
from pathlib import Path

from grader.checkfile import CheckFile
from grader.course import Course
from grader.explain import call_text, outcome_text
from grader.grading import grade
from grader.judge import judge
from grader.model import Case, Limits
from grader.policy import Policy
from grader.programs import run_program
from grader.sandbox import open_sandbox
from grader.shrinking.search import Search
from grader.shrinking.small_cases import NEVER

ROOT = Path(__file__).resolve().parent.parent


def size(file: CheckFile, case: Case) -> int:
    """Characters that a student has to read."""
    return len(call_text(file.entry, case)) + len(
        outcome_text(case.expected, False))


def shrunk(course: Course, seed: int):
    """(topic, size before, size after, seconds, calls) of each case."""
    for file in course.files:
        if file.kind not in ("function", "class"):
            continue
        plan = course.plan(file, seed, False)
        cases = [case for check in plan.checks for case in check.cases]
        for program in file.mistakes.values():
            verdicts = judge(plan, [run_program(program, file.entry, case.call)
                                    for case in cases])
            for verdict in verdicts:
                if (verdict.check.visibility == "hidden" and verdict.case
                        and verdict.difference
                        and verdict.difference.kind not in NEVER):
                    yield _searched(file, plan, verdict, program)


def _searched(file, plan, verdict, program):
    start, seconds, search = time.perf_counter(), 0.0, Search(plan, verdict)
    while calls := search.calls():
        seconds += time.perf_counter() - start
        outcomes = [run_program(program, file.entry, case.call)
                    for case in calls]
        start = time.perf_counter()
        search.learn(outcomes)
    seconds += time.perf_counter() - start
    after = search.result[0] if search.result else verdict.case
    return (file.id.partition("/")[0], size(file, verdict.case),
            size(file, after), seconds, search.tries)


def row(name: str, found: list) -> str:
    """One line of the table."""
    before, after, seconds, tries = (
        [item[place] for item in found] for place in (1, 2, 3, 4))
    large = [item for item in found if item[1] > 100] or [(0, 0, 0, 0, 0)]
    return (f"{name:<30}{len(found):>6}"
            f"{statistics.median(before):>8.0f}"
            f"{statistics.median(after):>7.0f}"
            f"{statistics.median(item[1] for item in large):>8.0f}"
            f"{statistics.median(item[2] for item in large):>7.0f}"
            f"{1000 * statistics.median(seconds):>8.1f}"
            f"{1000 * max(seconds):>8.0f}{statistics.median(tries):>7.0f}")


def graded(course: Course, folder: str, seconds: float) -> float:
    """Seconds to grade a folder when a task's cases may cost so much."""
    course.policy = Policy(shrink_seconds=seconds)
    with open_sandbox(Limits()) as sandbox:
        grade(folder, course, sandbox, 1)      # warm
        start = time.perf_counter()
        grade(folder, course, sandbox, 1)
        return time.perf_counter() - start


def write_wrong(course: Course, folder: str) -> int:
    """Each function and class task, wrong in its first known way."""
    count = 0
    for file in course.files:
        if file.kind in ("function", "class") and file.mistakes:
            path = Path(folder, file.id + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            text = Path(file.path).read_text(encoding="utf-8")
            name = list(file.mistakes)[-1]
            path.write_text(f"{text}\n\n{file.entry} = {name}\n",
                            encoding="utf-8")
            count += 1
    return count


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("patterns", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    warnings.simplefilter("ignore")
    course = Course(tuple(words.patterns))
    found = list(shrunk(course, words.seed))
    print(f"{'':30}{'cases':>6}{'before':>8}{'after':>7}{'>100':>8}"
          f"{'after':>7}{'ms':>8}{'worst':>8}{'calls':>7}")
    for topic in dict.fromkeys(item[0] for item in found):
        print(row(topic, [item for item in found if item[0] == topic]))
    print(row("all", found))
    with tempfile.TemporaryDirectory() as folder:
        count = write_wrong(course, folder)
        for seconds in (0.0, 1.0):
            took = graded(course, folder, seconds)
            print(f"{count} wrong files, {seconds:g} s a task: "
                  f"{took:.2f} s")
    for path, name in ((ROOT, "all right"),):
        for seconds in (0.0, 1.0):
            took = graded(course, str(path), seconds)
            print(f"{name}, {seconds:g} s a task: {took:.2f} s")


if __name__ == "__main__":
    sys.exit(main())
