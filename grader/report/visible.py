"""What a report says in the student edition, where points are not known.

There the hidden checks are missing, so no number of points would be true.
Points and sums are taken out of the report before any writer runs, and in
their place stands how many visible checks passed:

    "extra": {"visible_checks": {"passed": 5, "checks": 7}}

What a finding of rules, style or docs costs is known, and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.report.details import number
from grader.report.schema import CheckInfo, Report, TaskInfo

KEY = "visible_checks"
LATER = "at grading"
CHOICE = "choice"       # no choice counts here: it is judged at grading


def with_visible_only(task: TaskInfo) -> TaskInfo:
    """A task of the student edition without points that nobody knows."""
    is_choice = any(check.name == CHOICE for check in task.checks)
    checks = [] if task.status == "later" else [
        _without_points(check) for check in task.checks]
    counted = [check for check in checks if check.name != CHOICE]
    passed = sum(check.status == "passed" for check in counted)
    return msgspec.structs.replace(
        task, points=0.0, max_points=0.0, checks=checks,
        parts={} if is_choice else {
            name: part for name, part in task.parts.items()
            if name != "output"},
        stop=task.stop or "judged at grading" * (task.status == "later"),
        extra={**task.extra, KEY: {"passed": passed, "checks": len(counted)}})


def _without_points(check: CheckInfo) -> CheckInfo:
    return msgspec.structs.replace(check, visibility="visible", points=0.0,
                                   max_points=0.0)


def visible_sums(tasks: Sequence[TaskInfo]) -> dict[str, Any]:
    """The same for a report; nothing in the instructor edition."""
    found = [task.extra[KEY] for task in tasks if KEY in task.extra]
    if not found:
        return {}
    return {KEY: {name: sum(one[name] for one in found)
                  for name in ("passed", "checks")}}


def later_words(tasks: Sequence[TaskInfo]) -> list[str]:
    """What the visible checks do not speak of."""
    count = sum(task.status == "later" for task in tasks)
    choices = "1 choice" if count == 1 else f"{count} choices"
    return [f"{choices} (judged at grading)"] * bool(count)


def is_all_done(report: Report) -> bool:
    """Whether nothing is left to do here."""
    if KEY not in report.extra:
        return report.points == report.max_points
    return all(task.status in ("passed", "later") for task in report.tasks)


def score_words(task: TaskInfo) -> str:
    """The score of a task, for a line."""
    if task.status == "grader_error":
        return "not counted"
    if task.status == "later":
        return LATER
    if KEY not in task.extra:
        return f"{number(task.points)} / {number(task.max_points)}"
    found = task.extra[KEY]
    if not found["checks"]:
        return ""
    return f"{found['passed']} of {found['checks']} checks"


def sum_words(report: Report) -> str:
    """The sum of a report, as a sentence without its full stop."""
    if KEY not in report.extra:
        return (f"{number(report.points)} of {number(report.max_points)} "
                f"points")
    found = report.extra[KEY]
    if not found["checks"]:
        return "No visible checks; more are run at grading"
    return (f"Visible checks: {found['passed']} of {found['checks']}; more "
            f"are run at grading")


def amounts(task: TaskInfo) -> tuple[float, float]:
    """What there is and the most there could be, for a bar."""
    if KEY not in task.extra:
        return task.points, task.max_points
    found = task.extra[KEY]
    return float(found["passed"]), float(found["checks"])
