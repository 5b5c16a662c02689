"""A badge: the file that a shields.io endpoint serves."""

from __future__ import annotations

from grader.report.export.harmless import flat, json_bytes
from grader.report.export.items import hundredths, points_text
from grader.report.schema import Report
from grader.report.visible import KEY

COLOURS = ((100, "brightgreen"), (90, "green"), (75, "yellowgreen"),
           (50, "yellow"), (25, "orange"), (0, "red"))


def to_badge(report: Report) -> bytes:
    """Label, points and a colour."""
    message, colour = _points(report)
    if KEY in report.extra:
        # Nobody knows the points in the student edition: no colour of theirs.
        found = report.extra[KEY]
        message = f"{found['passed']} of {found['checks']} visible checks"
        colour = "blue"
    if report.grader_errors:
        message, colour = "grader error", "lightgrey"
    return json_bytes({
        "schemaVersion": 1, "label": _label(report), "message": message,
        "color": colour, "isError": bool(report.grader_errors),
        "cacheSeconds": 600})


def _points(report: Report) -> tuple[str, str]:
    points, most = map(hundredths, (report.points, report.max_points))
    colour = next((name for percent, name in COLOURS
                   if most and points * 100 >= percent * most), "lightgrey")
    return f"{points_text(points)}/{points_text(most)}", colour


def _label(report: Report) -> str:
    """The words of the topic, if there is only one."""
    topics = {task.id.partition("/")[0] for task in report.tasks}
    if len(topics) != 1:
        return "points"
    name = topics.pop()
    return flat((name.partition("-")[2] or name).replace("_", " "), 60)
