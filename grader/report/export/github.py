"""GitHub Actions: workflow commands that annotate the student's files.

`error` for a task that lost output points, `warning` for a rule, `notice`
for style and docs. A step shows ten of each kind, so the costliest are sent.
"""

from __future__ import annotations

from grader.plain import cut
from grader.report.details import number
from grader.report.export.harmless import flat, without_commands
from grader.report.export.items import finding_text, placed, short, told
from grader.report.schema import FindingInfo, Report, TaskInfo
from grader.report.visible import KEY, score_words

KINDS = ("error", "warning", "notice")
MOST = 10
MOST_TEXT = 2000
Note = tuple[float, str]        # what it costs, the command


def to_github(report: Report) -> bytes:
    """The commands, and one line that says how many were left out."""
    notes: dict[str, list[Note]] = {kind: [] for kind in KINDS}
    for task in report.tasks:
        if task.status not in ("passed", "grader_error") and (
                task.status != "missing" or told(task)):
            _note_task(task, notes)
    for task, finding, path in placed(report):
        if finding.part != "output":
            kind = "warning" if finding.part == "rules" else "notice"
            notes[kind].append((finding.points_lost, command(
                kind, _finding_props(task, finding, path),
                finding_text(finding))))
    for error in report.grader_errors:
        notes["warning"].append((float("inf"), command(
            "warning", {"title": "grader error"},
            f"Ours, costs nothing: {error}")))
    missing = [short(task) for task in report.tasks
               if task.status == "missing" and not told(task)]
    if missing:         # one for all: what can be repaired needs the room
        notes["notice"].append((float("inf"), command(
            "notice", {"title": "no file yet"}, ", ".join(missing))))
    lines = []
    for found in notes.values():
        found.sort(key=lambda note: -note[0])
        lines += [line for _, line in found[:MOST]]
    left = sum(max(len(found) - MOST, 0) for found in notes.values())
    if left:
        lines.append(f"Not shown: {left} more; a step shows {MOST} of each "
                     f"kind.")
    return "".join(line + "\n" for line in lines).encode()


def _note_task(task: TaskInfo, notes: dict[str, list[Note]]) -> None:
    """The task that lost output points; form has findings of its own."""
    lost = _lost(task)
    if lost <= 0:
        return
    stop = next((finding for finding in task.findings
                 if finding.part == "output" and finding.line), None)
    text = told(task) or task.stop or task.status
    props = {"title": f"{short(task)}: {_score(task)}"}
    if task.status != "missing":
        props["file"] = task.file
        props["line"] = str(stop.line if stop else 1)
    notes["error"].append((lost, command("error", props, text)))


def _lost(task: TaskInfo) -> float:
    """Points of the output; in the student edition, visible checks."""
    if KEY in task.extra:
        return float(task.extra[KEY]["checks"] - task.extra[KEY]["passed"])
    part = task.parts.get("output")
    return part.max_points - part.points if part else task.max_points


def _score(task: TaskInfo) -> str:
    if KEY in task.extra:
        return score_words(task) or task.status
    return f"{number(task.points)} of {number(task.max_points)} points"


def _finding_props(task: TaskInfo, finding: FindingInfo,
                   path: str) -> dict[str, str]:
    props = {"file": path, "line": str(finding.line),
             "title": f"{short(task)}: {finding.code}"}
    if finding.column:
        props["col"] = str(finding.column)
    return props


def command(kind: str, props: dict[str, str], text: str) -> str:
    """One workflow command; nothing in it can begin another."""
    words = ",".join(f"{name}={_escaped_prop(flat(value))}"
                     for name, value in sorted(props.items()))
    shown = without_commands(cut(text.strip() or "-", MOST_TEXT))
    return f"::{kind} {words}::{_escaped(shown)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace(
        "\n", "%0A")


def _escaped_prop(text: str) -> str:
    return _escaped(without_commands(text)).replace(":", "%3A").replace(
        ",", "%2C")
