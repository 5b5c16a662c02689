"""Do the numbers of a report agree? A student may have written them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from grader.report.schema import Report, TaskInfo
from grader.report.visible import KEY

MOST_POINTS = 1e9
MOST_SECONDS = 1e9
MOST_LINE = 10 ** 9
MOST_CHECKS = 10 ** 9


def fault_of(report: Report) -> str:
    """What does not agree, without a full stop; "" if all does."""
    try:
        start_of(report)
    except (ValueError, OverflowError):
        return f"`started` is no time: {report.started}"
    ids = [task.id for task in report.tasks]
    if len(set(ids)) < len(ids):
        return "the same task stands there twice"
    for task in report.tasks:
        fault = _task_fault(task)
        if fault:
            return f"task {task.id}: {fault}"
    return (_numbers_fault(report) or _sum_fault(report)
            or _visible_fault(report))


def start_of(report: Report) -> datetime:
    """When the run began; a time without a zone is UTC."""
    time = datetime.fromisoformat(report.started)
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time
    time = time.astimezone(UTC)
    if not 1970 <= time.year < 9000:
        raise ValueError(report.started)
    return time


def _task_fault(task: TaskInfo) -> str:
    for numbers in (task, *task.parts.values(), *task.checks):
        fault = _numbers_fault(numbers)
        if fault:
            return fault
    for finding in task.findings:
        if not (0 <= finding.line <= MOST_LINE
                and 0 <= finding.column <= MOST_LINE):
            return f"there is no line {finding.line}:{finding.column}"
        if finding.points_lost > MOST_POINTS:
            return f"no finding costs {finding.points_lost:g} points"
    if task.status == "grader_error" or KEY in task.extra:
        return ""
    parts = task.parts.values()
    if not (_near(task.max_points, [part.max_points for part in parts])
            and _near(task.points, [part.points for part in parts])):
        return "its points are not those of its parts"
    return ""


def _numbers_fault(numbers: Any) -> str:
    if not 0 <= numbers.points <= numbers.max_points <= MOST_POINTS:
        return f"{numbers.points:g} of {numbers.max_points:g} points"
    if getattr(numbers, "seconds", 0) > MOST_SECONDS:
        return f"{numbers.seconds:g} seconds"
    return ""


def _sum_fault(report: Report) -> str:
    counted = [task for task in report.tasks if task.status != "grader_error"]
    if not _near(report.max_points, [task.max_points for task in counted]):
        return "its points are not the sum of its tasks"
    late, earned = report.late, report.points
    if late is not None:
        earned = late.points_before
        left = earned * (100 - late.percent) / 100
        if not _near(report.points, [left]):
            return "its points are not what being late has left"
    if not _near(earned, [task.points for task in counted]):
        return "the earned points are not the sum of its tasks"
    return ""


def _visible_fault(report: Report) -> str:
    """In the student edition checks are counted in the place of points."""
    found: list[Any] = [report.extra.get(KEY)]
    found += [task.extra.get(KEY) for task in report.tasks]
    if found == [None] * len(found):
        return ""
    for count in found:
        if not (isinstance(count, dict)
                and set(count) == {"passed", "checks"}
                and all(type(value) is int for value in count.values())
                and 0 <= count["passed"] <= count["checks"] <= MOST_CHECKS):
            return "its visible checks are not counted as they should be"
    for name in ("passed", "checks"):
        if found[0][name] != sum(one[name] for one in found[1:]):
            return "its visible checks are not the sum of its tasks"
    counted: tuple[Any, ...] = (report, *report.tasks)
    if any(one.points or one.max_points for one in counted):
        return "it counts visible checks, and points too"
    return ""


def _near(total: float, parts: Iterable[float]) -> bool:
    """Equal, as far as each number is rounded to two decimals."""
    parts = list(parts)
    return abs(total - sum(parts)) <= 0.005 * (len(parts) + 1) + 1e-6
