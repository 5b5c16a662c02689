"""Grade small folders of one task in a real sandbox, for many tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_course import TASK, write_check

from grader.course import Course
from grader.grading import Result, grade
from grader.model import Limits
from grader.report.build import build_report
from grader.report.schema import Report
from grader.sandbox import AnySandbox, open_sandbox

RIGHT = '''#!/usr/bin/env python3
"""Doubling."""


def double(numbers):
    """Double each number."""
    return [2 * number for number in numbers]
'''
WRONG = RIGHT.replace("2 * number for", "number ** 2 for")


@pytest.fixture(scope="session")
def sandbox():
    """One sandbox for all tests of the session."""
    with open_sandbox(Limits(call_seconds=0.5, task_seconds=3)) as opened:
        yield opened


class Classroom:
    """A course of one task and a submission to it."""

    def __init__(self, root: Path, opened: AnySandbox) -> None:
        self.checks = root / "checks"
        self.folder = root / "submission"
        self.sandbox = opened
        write_check(self.checks)
        (self.folder / "0x00-topic").mkdir(parents=True)

    def submit(self, text: str | bytes, name: str = TASK + ".py") -> Path:
        """Put a file into the submission."""
        path = self.folder / name
        data = text.encode() if isinstance(text, str) else text
        path.write_bytes(data)
        path.chmod(0o755)
        return path

    def grade(self, seed: int | None = 1, only_visible: bool = False
              ) -> Result:
        """The exact result."""
        return grade(str(self.folder), Course(root=str(self.checks)),
                     self.sandbox, seed, only_visible)

    def report(self, **words: object) -> Report:
        """The report of the result."""
        return build_report(self.grade(**words))


@pytest.fixture
def classroom(tmp_path, sandbox):
    """An empty submission to a course of one task."""
    return Classroom(tmp_path, sandbox)
