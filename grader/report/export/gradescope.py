"""Gradescope: `results/results.json`, one test a check and a part of form.

The points of the tests add up to what was earned. `score` is given by
itself, as being late takes a part of the sum. With a grader error there is
no score: Gradescope counts against the points of the assignment, so a task
that was left out would cost as much as a wrong one.
"""

from __future__ import annotations

from typing import Any

from grader.model import UsageError
from grader.report.export.harmless import flat, json_bytes
from grader.report.export.items import Item, items, short
from grader.report.schema import Report
from grader.report.visible import KEY, sum_words

VISIBILITIES = ("visible", "hidden", "after_due_date", "after_published")
NO_SCORE = ("The grader failed, so there is no score yet. This is not your "
            "fault and costs nothing. Tell your teacher, who can grade this "
            "submission again.")


def to_gradescope(report: Report, hidden: str = "visible") -> bytes:
    """The results; hidden: when students see the hidden checks."""
    demand_points(report)
    if report.grader_errors:
        return without_score(report)
    tests = [_test(item, number, hidden) for item, number in _numbered(
        items(report))]
    # Two sums side by side would tell what a hidden test has cost.
    tells = all(test["visibility"] == "visible" for test in tests)
    return json_bytes({
        "score": report.points,
        "execution_time": report.seconds,
        "output": about(report, tells),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": _origin(report),
        "tests": tests})


def demand_points(report: Report) -> None:
    """Refuse a report of the student edition; raises UsageError."""
    if KEY in report.extra:
        raise UsageError("This report is of a student edition, where nobody "
                         "knows the points. Grade with the instructor "
                         "edition.")


def without_score(report: Report) -> bytes:
    """No `score` and no test that has one, so no old score is replaced."""
    return json_bytes({
        "output": "\n".join([NO_SCORE, *_errors(report)]),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {**_origin(report), "grader_error": True},
        "tests": []})


def _origin(report: Report) -> dict[str, Any]:
    return {"digest": report.submission.digest, "started": report.started,
            "grader": report.grader.version,
            "isolation": report.isolation.level}


def _numbered(found: list[Item]) -> list[tuple[Item, str]]:
    """Each item with the number of its task and its own in it."""
    tasks: dict[str, int] = {}
    counts: dict[str, int] = {}
    numbers = []
    for item in found:
        task = tasks.setdefault(item.task.id, len(tasks) + 1)
        counts[item.task.id] = counts.get(item.task.id, 0) + 1
        numbers.append((item, f"{task}.{counts[item.task.id]}"))
    return numbers


def _test(item: Item, number: str, hidden: str) -> dict[str, Any]:
    return {
        "number": number,
        "name": flat(f"{short(item.task)}: {item.name}"),
        "name_format": "text",
        "score": item.points / 100,
        "max_score": item.most / 100,
        "status": "passed" if item.is_passed else "failed",
        "output": item.text,
        "output_format": "text",
        "tags": [item.part],
        "visibility": hidden if item.visibility == "hidden" else "visible"}


def about(report: Report, tells_sum: bool = True) -> str:
    """What is to be said of the whole submission."""
    lines = [f"{sum_words(report)}."] if tells_sum else []
    if report.late is not None:
        late = report.late
        lines.append(f"Late: due {late.due}, handed in {late.submitted}. "
                     f"This costs {late.percent:g} % of the points that "
                     f"were earned.")
        if tells_sum:
            lines.append(f"Before that: {late.points_before:g} points.")
    lines += _errors(report)
    lines += [f"Note: {remark}" for remark in report.submission.remarks]
    if report.not_looked_at:
        lines.append(f"Not looked at: {', '.join(report.not_looked_at)}.")
    return "\n".join(lines)


def _errors(report: Report) -> list[str]:
    return [f"Grader error (ours, costs nothing): {error}"
            for error in report.grader_errors]
