"""CTRF: the common test report format, one test a check and a part of form.

All of its objects are closed, and its times are whole milliseconds.
"""

from __future__ import annotations

import uuid
from typing import Any

import msgspec

from grader.report.export.harmless import flat, json_bytes
from grader.report.export.items import Item, items, points_text
from grader.report.export.sound import start_of
from grader.report.schema import Report
from grader.report.visible import KEY

STATUSES = {"passed": "passed", "failed": "failed", "refused": "failed",
            "not_run": "failed", "missing": "skipped", "later": "pending",
            "grader_error": "other"}
COUNTED = ("passed", "failed", "skipped", "pending", "other")


def to_ctrf(report: Report) -> bytes:
    """The report of one run."""
    tests = [_test(item) for item in items(report)]
    start = int(start_of(report).timestamp() * 1000)
    name = (f"{report.submission.digest} {report.started} "
            f"{report.points} {report.max_points}")
    return json_bytes({
        "reportFormat": "CTRF", "specVersion": "1.0.0",
        "reportId": str(uuid.uuid5(uuid.NAMESPACE_OID, name)),
        "timestamp": start_of(report).isoformat(),
        "generatedBy": "mml-grader",
        "results": {
            "tool": {"name": "mml-grader",
                     "version": flat(report.grader.version, 40)},
            "summary": {
                "tests": len(tests),
                **{status: sum(test["status"] == status for test in tests)
                   for status in COUNTED},
                "start": start, "stop": start + _ms(report.seconds),
                "duration": _ms(report.seconds)},
            "tests": tests,
            "extra": _sums(report)}})


def _sums(report: Report) -> dict[str, Any]:
    """What the report adds up to, and what it does not speak of."""
    if KEY in report.extra:
        return {KEY: report.extra[KEY], "not_looked_at": report.not_looked_at}
    sums: dict[str, Any] = {
        "points": report.points, "max_points": report.max_points,
        "not_looked_at": report.not_looked_at,
        "grader_errors": report.grader_errors}
    if report.late is not None:
        sums["late"] = msgspec.to_builtins(report.late)
    return sums


def _test(item: Item) -> dict[str, Any]:
    topic, _, task = item.task.id.partition("/")
    test: dict[str, Any] = {
        "name": flat(item.name), "status": STATUSES[item.status],
        "rawStatus": item.status, "duration": _ms(item.seconds),
        "suite": [flat(topic), flat(task)], "type": item.part,
        "filePath": item.task.file,
        "labels": {"points": item.points / 100,
                   "max_points": item.most / 100,
                   "visibility": item.visibility}}
    if item.text:
        lost = points_text(item.most - item.points)
        test["message"] = flat(item.text.partition("\n")[0])
        if item.most > item.points:
            test["message"] = f"{lost} points lost: {test['message']}"
        if not item.is_passed:
            test["trace"] = item.text
    return test


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
