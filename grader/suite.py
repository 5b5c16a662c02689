"""The same verdicts as pytest items; the only module that knows pytest.

pytest runs in the trusted parent and is a view: `judge` has decided before
an item fails. It collects our checks and nothing else: no file of the
submission, no `conftest.py`, no `pytest.ini`, no plugin from outside unless
asked for with `-p`. pytest-json-report turns the run into JSON, and
`points_from_json` maps it back to our own records.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from grader.course import Course
from grader.grading import grade
from grader.model import Limits
from grader.report.build import build_report
from grader.report.schema import CheckInfo, Report, TaskInfo
from grader.sandbox import open_sandbox

PLUGINS = ("pytest_jsonreport.plugin",)


class CheckFailed(Exception):
    """The student lost this check; shown as the report shows it."""


class CheckItem(pytest.Item):
    """One check of one task."""

    def __init__(self, *, task: TaskInfo, check: CheckInfo,
                 **words: Any) -> None:
        super().__init__(**words)
        self.task, self.check = task, check

    def runtest(self) -> None:
        """Pass, or raise what the student has to know."""
        if self.task.status == "later":
            pytest.skip("judged at grading")
        if self.check.status != "passed":
            raise CheckFailed(explained(self.check))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Our sentence instead of a traceback through the grader."""
        if isinstance(excinfo.value, CheckFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[str, int, str]:
        """The item's name as pytest shows it."""
        return self.task.file, 0, f"{self.task.id}: {self.check.title}"


class TaskCollector(pytest.Collector):
    """All checks of one task."""

    def __init__(self, *, task: TaskInfo, **words: Any) -> None:
        super().__init__(**words)
        self.task = task

    def collect(self) -> Iterator[pytest.Item]:
        """One item a check; a missing task is one failed item."""
        checks = self.task.checks or [CheckInfo(
            self.task.status, self.task.status, "visible", "not_run",
            0.0, self.task.max_points, difference=self.task.stop)]
        for check in checks:
            yield CheckItem.from_parent(self, name=check.name,
                                        task=self.task, check=check)


class CheckPlugin:
    """Puts our tasks in the place of collected files."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> object:
        """Collect the tasks of the report and nothing from any folder."""
        session.items = []
        for task in self._report.tasks:
            collector = TaskCollector.from_parent(
                session, name=task.id, nodeid=task.id, task=task)
            session.items.extend(collector.collect())
        session.config.hook.pytest_collection_modifyitems(
            session=session, config=session.config, items=session.items)
        session.config.hook.pytest_collection_finish(session=session)
        session.testscollected = len(session.items)
        return session.items

    @pytest.hookimpl(optionalhook=True)
    def pytest_json_runtest_metadata(self, item: pytest.Item,
                                     call: Any) -> dict[str, Any]:
        """What pytest-json-report writes beside each of our items."""
        if call.when != "call" or not isinstance(item, CheckItem):
            return {}
        return {"task": item.task.id, "check": item.check.name,
                "status": item.check.status, "points": item.check.points,
                "max_points": item.check.max_points}


def explained(check: CheckInfo) -> str:
    """Call, expected, got and hint as lines."""
    lines = [check.call, f"expected: {check.expected}" if check.got else "",
             f"got:      {check.got}" if check.got else "",
             check.difference, f"hint: {check.hint}" if check.hint else ""]
    return "\n".join(line for line in lines if line)


def run_suite(path: str, tasks: tuple[str, ...], seed: int | None,
              words: list[str]) -> int:
    """Grade, show the result through pytest; gives pytest's status."""
    course = Course(tasks)
    with open_sandbox(Limits()) as sandbox:
        result = grade(path, course, sandbox, seed)
    return run_pytest(build_report(result), words)


def run_pytest(report: Report, words: list[str]) -> int:
    """Run pytest over the checks of a report, in an empty folder."""
    with tempfile.TemporaryDirectory(prefix="grader-pytest-") as empty:
        config = os.path.join(empty, "pytest.ini")
        with open(config, "w", encoding="utf-8") as file:
            file.write("[pytest]\n")
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        arguments = ["--rootdir", empty, "-c", config, "--noconftest",
                     "-p", "no:cacheprovider", "--import-mode=importlib",
                     *[word for name in PLUGINS for word in ("-p", name)],
                     *words, empty]
        return int(pytest.main(arguments, [CheckPlugin(report)]))


def points_from_json(data: bytes) -> dict[tuple[str, str], float]:
    """pytest-json-report's JSON -> (task, check name) -> points."""
    report = msgspec.json.decode(data)
    points = {}
    for test in report.get("tests", []):
        metadata = test.get("metadata", {})
        if "task" in metadata:
            key = (metadata["task"], metadata["check"])
            earned = metadata["points"] if test["outcome"] == "passed" else 0
            points[key] = float(earned)
    return points
