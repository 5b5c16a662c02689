"""A report as one flat list: each check and each part of form, with points.

Points are whole hundredths. In the report each number is rounded by itself,
so eight checks of 0.88 are 7.04 points; here they add up to the 7 points of
their part again, and all items to the sums of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import msgspec

from grader.report.details import INDENT, details, number
from grader.report.export.harmless import flat
from grader.report.schema import CheckInfo, FindingInfo, Report, TaskInfo
from grader.report.visible import KEY

MOST_FINDINGS = 50
MOST_LINES = 200        # of what is told of one task
STATES = {"missing": "No file of this name was found.",
          "later": "Judged at grading.",
          "grader_error": "A grader error (ours, costs nothing)."}


class Item(msgspec.Struct, frozen=True):
    """One thing that has points.

    status: that of a check, or that of a task that has no checks
    points, most: in hundredths
    text: what the student reads about it, "" if there is nothing to say
    """

    task: TaskInfo
    part: str
    name: str
    status: str
    points: int
    most: int
    text: str = ""
    visibility: str = "visible"
    seconds: float = 0.0

    @property
    def is_passed(self) -> bool:
        """Whether nothing is lost here."""
        return self.status == "passed"


def hundredths(points: float) -> int:
    """The points of a report, exact."""
    return round(points * 100)


def points_text(points: int) -> str:
    """Hundredths as a student reads them."""
    return number(points / 100)


def short(task: TaskInfo) -> str:
    """The task without its topic."""
    return flat(task.id.partition("/")[2] or task.id, 100)


def items(report: Report) -> list[Item]:
    """All items; their points add up to what was earned, exactly.

    Earned is what there was before being late took its part.
    """
    found = [item for task in report.tasks for item in _task_items(task)]
    if KEY in report.extra:     # there is no sum in the student edition
        return found
    earned = hundredths(report.late.points_before if report.late is not None
                        else report.points)
    _settle(found, earned - sum(item.points for item in found), True)
    _settle(found, hundredths(report.max_points)
            - sum(item.most for item in found), False)
    return found


def _settle(found: list[Item], left: int, is_won: bool) -> None:
    """Share what rounding left over: a hundredth each, until none is left.

    is_won: among points that were earned, else among those that were lost
    """
    step = 1 if left > 0 else -1
    while left:
        before = left
        for index, item in enumerate(found):
            there = item.points if is_won else item.most - item.points
            if left and there and there + step > 0:
                found[index] = msgspec.structs.replace(
                    item, most=item.most + step,
                    points=item.points + step * is_won)
                left -= step
        if left == before:      # no room: the sums of a report that was
            return              # written by hand


def _task_items(task: TaskInfo) -> list[Item]:
    if not task.checks or task.status == "grader_error":
        counts = task.status not in ("grader_error", "later")
        return [Item(task, "output", task.status, task.status,
                     hundredths(task.points) if counts else 0,
                     hundredths(task.max_points) if counts else 0,
                     task.stop or STATES.get(task.status, ""))]
    found = _check_items(task)
    for part, score in task.parts.items():
        if part != "output":
            lost = score.points < score.max_points
            found.append(Item(
                task, part, flat(part), "failed" if lost else "passed",
                hundredths(score.points), hundredths(score.max_points),
                form_text(task, part) if lost else ""))
    return found


def _check_items(task: TaskInfo) -> list[Item]:
    """The points of passed checks share what was earned, others the rest."""
    score = task.parts.get("output")
    earned = hundredths(score.points) if score else 0
    most = hundredths(score.max_points) if score else 0
    passed = [check.status == "passed" for check in task.checks]
    weights = [check.max_points for check in task.checks]
    won = share(earned, [weight * yes for weight, yes in zip(
        weights, passed)])
    lost = share(most - earned, [weight * (not yes) for weight, yes in zip(
        weights, passed)])
    return [Item(task, "output", flat(check.title), check.status,
                 won[index], won[index] + lost[index], check_text(check),
                 check.visibility, check.seconds)
            for index, check in enumerate(task.checks)]


def share(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers that add up to the total, as near as can be."""
    whole = sum(weights)
    if not total:
        return [0] * len(weights)
    if whole <= 0:
        weights, whole = [1.0] * len(weights), float(len(weights))
    exact = [total * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    largest = sorted(range(len(parts)), key=lambda index:
                     (parts[index] - exact[index], index))
    for index in largest[:total - sum(parts)]:
        parts[index] += 1
    return parts


def check_text(check: CheckInfo) -> str:
    """The case of a check that was lost, as on the terminal."""
    if check.status == "passed":
        return check.hint and f"remark: {check.hint}"
    lines = [check.call]
    lines += [f"{label}: {text}" for label, text in (
        ("expected", check.expected), ("got", check.got)) if text]
    if check.difference not in check.got:
        lines.append(check.difference)
    lines += [f"{label}: {text}" for label, text in (
        ("printed", check.stdout.strip()), ("hint", check.hint)) if text]
    return "\n".join(line for line in lines if line)


def told(task: TaskInfo) -> str:
    """What the terminal says of a task, without its margin."""
    if task.status == "grader_error":
        return task.stop or STATES[task.status]
    lines = [line.removeprefix(INDENT)
             for line, _ in islice(details(task), MOST_LINES + 1)]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = ["... and more; the JSON report has all."]
    return "\n".join(lines).strip("\n")


def form_text(task: TaskInfo, part: str) -> str:
    """What was found in the text of the file, one finding a line."""
    found = [finding for finding in task.findings if finding.part == part]
    lines = [finding_text(finding) for finding in found[:MOST_FINDINGS]]
    if len(found) > MOST_FINDINGS:
        lines.append(f"and {len(found) - MOST_FINDINGS} more")
    return "\n".join(lines) or (
        "These points count once a check of the output passes.")


def finding_text(finding: FindingInfo) -> str:
    """Place, text, the student's line as it stands, and hint."""
    text, _, shown = finding.text.partition("\n")
    lines = [_where(finding) + text, *shown.splitlines(), finding.hint]
    return "\n".join(line for line in lines if line.strip())


def finding_line(finding: FindingInfo) -> str:
    """Place, text and hint in one line."""
    text = finding.text.partition("\n")[0]
    return flat(f"{_where(finding)}{text} {finding.hint}", 1000)


def _where(finding: FindingInfo) -> str:
    named = f"line {finding.line}" in finding.text.lower()
    return f"line {finding.line}: " if finding.line and not named else ""


def placed(report: Report) -> list[tuple[TaskInfo, FindingInfo, str]]:
    """Findings with a line: task, finding, path; in the order of lines."""
    return [(task, finding, task.file) for task in report.tasks
            for finding in sorted(task.findings, key=lambda finding: (
                finding.line, finding.column)) if finding.line]
