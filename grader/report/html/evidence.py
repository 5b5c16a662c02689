"""What the page shows beside the report: the student's file and the figures.

The report decides what may be seen: of a task with a lost check that the
report keeps closed, no expected figure and no place in the file is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from grader.coding import coding_of
from grader.explain import call_text
from grader.figures.matching import Reading
from grader.model import TaskFile
from grader.plain import clean
from grader.report.schema import CheckInfo, Report, TaskInfo
from grader.results import TaskResult
from grader.sandbox.figures.records import Figure

LINE_ENDS = re.compile("\r\n|\r|\n")
MOST_STOPS = 12


class Stop(msgspec.Struct, frozen=True):
    """Where a call ended in the student's file, and how."""

    line: int
    call: str
    text: str


class Evidence(msgspec.Struct, frozen=True):
    """What is known of one task beside its report.

    lines: the file as its author sees it, not yet made safe
    wanted, drawn: the figures of a figure task that lost points
    pairs: number of each plot that is asked for -> number of the drawn one
    is_figure: whether there should be figures
    """

    lines: tuple[str, ...] = ()
    stops: tuple[Stop, ...] = ()
    wanted: Figure | None = None
    drawn: Figure | None = None
    pairs: dict[int, int] = {}
    is_figure: bool = False


NOTHING = Evidence()


def evidence_of(files: Iterable[TaskFile],
                results: Mapping[str, TaskResult],
                report: Report) -> dict[str, Evidence]:
    """The evidence of each task, by its id.

    results: task id -> exact result, for the tasks that were run just now
    """
    told = {task.id: task for task in report.tasks}
    return {file.id: _of_task(file, results.get(file.id), told[file.id])
            for file in files if file.id in told}


def _of_task(file: TaskFile, result: TaskResult | None,
             told: TaskInfo) -> Evidence:
    lines = source_lines(file)
    if result is None:
        return Evidence(lines)
    lost = [check for check in told.checks if check.status != "passed"]
    is_open = all(check.expected for check in lost)
    return Evidence(
        lines, _stops(result, told.checks),
        result.wanted if is_open else None, result.drawn, _pairs(result),
        result.file.figure is not None)


def _pairs(task: TaskResult) -> dict[int, int]:
    """Which drawn plot was compared with which."""
    asked = task.file.figure
    if asked is None or task.wanted is None or task.drawn is None:
        return {}
    return Reading(asked, task.wanted, task.drawn).pairs()


def source_lines(task: TaskFile) -> tuple[str, ...]:
    """The lines of the file, as Python counts them."""
    if task.source is None:
        return ()
    data = task.source.data
    try:
        coding = coding_of(data)
        text = data.decode(coding, "replace")
    except (SyntaxError, LookupError, ValueError, TypeError):
        text = data.decode("utf-8", "replace")
    lines = LINE_ENDS.split(text.removeprefix("\ufeff"))
    return tuple(lines[:-1] if lines[-1] == "" else lines)


def _stops(task: TaskResult, told: list[CheckInfo]) -> tuple[Stop, ...]:
    """The lines at which failed calls ended, each with its first call."""
    found: dict[tuple[int, str], Stop] = {}
    for verdict, check in zip(task.verdicts, told):
        outcome = verdict.outcome
        if (not check.got or outcome is None or verdict.case is None
                or outcome.state == "value" or not outcome.line):
            continue
        text = outcome.text
        if outcome.state == "exception":
            text = ": ".join(filter(None, (outcome.error, outcome.text)))
        call = call_text(task.file.entry, verdict.case)
        key = (outcome.line, text)
        if key not in found and len(found) < MOST_STOPS:
            found[key] = Stop(outcome.line, clean(call, 120),
                              clean(text, 240))
    return tuple(found.values())
