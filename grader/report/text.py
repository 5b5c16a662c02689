"""The report for a terminal: one line a task, details where points went.

Readable without colour, 79 columns, ends with the next command to type.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TextIO

from grader.report.details import WIDTH, Line, details, number
from grader.report.schema import LateInfo, Report, TaskInfo
from grader.report.visible import score_words, sum_words
from grader.what_to_type import is_own, to_type

WORDS = {"passed": "ok", "failed": "failed", "missing": "missing",
         "refused": "refused", "later": "later", "grader_error": "error"}
COLOURS = {"ok": "green", "failed": "red", "missing": "yellow",
           "refused": "red", "to do": "yellow", "later": "cyan",
           "error": "magenta"}
TO_DO = "to do"
COMMAND = re.compile(r"(^\s*:|#)(:|#\[)", re.MULTILINE)


def write_text(report: Report, out: TextIO, verbose: bool = False,
               then: str | None = None) -> None:
    """Write the report; then: see `text_lines`."""
    write_lines(text_lines(report, verbose, then), out)


def write_lines(lines: Iterable[Line], out: TextIO) -> None:
    """Write lines; colour only on a terminal and without NO_COLOR."""
    lines = [(_without_commands(text), colour) for text, colour in lines]
    columns = shutil.get_terminal_size((WIDTH, 24)).columns
    if out.isatty() and columns < WIDTH:
        from grader.report.narrow import narrowed
        lines = [(part, colour * (not place)) for text, colour in lines
                 for place, part in enumerate(narrowed(text, columns))]
    if not out.isatty() or os.environ.get("NO_COLOR"):
        out.writelines(text + "\n" for text, _ in lines)
        return
    from rich.console import Console
    from rich.text import Text
    console = Console(file=out, highlight=False, soft_wrap=True)
    for text, colour in lines:
        styled = Text(text)
        if colour:
            word = TO_DO if text.strip().startswith(TO_DO) else (
                text.split(maxsplit=1)[0])
            start = text.index(word)
            styled.stylize(f"bold {colour}", start, start + len(word))
        console.print(styled)


def _without_commands(text: str) -> str:
    """Servers obey lines that start with `::` or hold `##[`; break them."""
    return COMMAND.sub(r"\1 \2", text)


def show_report(report: Report, verbose: bool = False,
                then: str | None = None) -> None:
    """Write the report to standard output."""
    write_text(report, sys.stdout, verbose, then)


def text_lines(report: Report, verbose: bool = False,
               then: str | None = None) -> Iterator[Line]:
    """All lines of the report, top to bottom.

    then: the task to go on with when these are done; "" if there is none,
        None if nobody knows
    """
    topic = ""
    for task in report.tasks:
        folder, _, name = task.id.partition("/")
        if folder != topic:
            topic = folder
            yield topic, ""
        yield _task_line(task, name)
        # Nobody who has many tasks to write needs to read about each.
        if verbose or len(report.tasks) == 1 or not is_unwritten(task):
            yield from details(task, verbose, partial(_in_full, report, task))
    yield "", ""
    yield from _summary(report, then)


def word_of(task: TaskInfo) -> str:
    """What a task is called in one word or two."""
    return TO_DO if is_unwritten(task) else WORDS[task.status]


def is_unwritten(task: TaskInfo) -> bool:
    """Whether the file is still as empty as it was handed out."""
    return task.status in ("failed", "refused") and any(
        finding.code == "unwritten" for finding in task.findings)


def _task_line(task: TaskInfo, name: str) -> Line:
    word = word_of(task)
    return (f"  {word:<8} {name:<40} {score_words(task):>16}".rstrip(),
            COLOURS[word])


def _summary(report: Report, then: str | None) -> Iterator[Line]:
    counts = {word: sum(word_of(task) == word for task in report.tasks)
              for word in COLOURS}
    told = ", ".join(f"{count} {word}" for word, count in counts.items()
                     if count)
    count = len(report.tasks)
    yield (f"{count} task{'s' * (count != 1)}: {told}. "
           f"{sum_words(report)}."), ""
    if report.late is not None:
        yield from _plain(_late(report.late))
    for error in report.grader_errors:
        yield from _plain(f"Grader error (ours, costs nothing): {error}")
    for remark in report.submission.remarks:
        yield from _plain(f"Note: {remark}")
    if report.not_looked_at:
        yield from _plain(f"Not looked at: "
                          f"{', '.join(report.not_looked_at)}.")
    if cached := sum(task.cached for task in report.tasks):
        yield from _plain(_unchanged(cached))
    yield from _plain(_protection(report))
    yield from _next_step(report, then)


def _unchanged(count: int) -> str:
    tasks = "1 task" if count == 1 else f"{count} tasks"
    return (f"{tasks} unchanged since the last run (from the cache; "
            f"`--no-cache` runs {'it' if count == 1 else 'them'} again).")


def _late(late: LateInfo) -> str:
    days = f"{late.days} day{'s' * (late.days != 1)}"
    return (f"Late: due {late.due}, handed in {late.submitted}. "
            f"{days} (a day that has begun counts) cost "
            f"{number(late.percent)} % of the "
            f"{number(late.points_before)} points that were earned.")


def _plain(text: str) -> Iterator[Line]:
    for line in textwrap.wrap(text, WIDTH, subsequent_indent="  ",
                              break_on_hyphens=False):
        yield line, ""


def _protection(report: Report) -> str:
    isolation = report.isolation
    if isolation.level == "full":
        return ("Student code ran behind walls: no network, no other "
                "processes, no files but its own.")
    why = "; ".join(isolation.why)
    return (f"Student code ran with your rights: files and network were not "
            f"protected ({why}).")


def _next_step(report: Report, then: str | None) -> Iterator[Line]:
    """What to do now; the command stands alone, to be copied."""
    for task in report.tasks:
        if task.status in ("failed", "refused") and not is_unwritten(task):
            yield "For one hint more at each call:", ""
            yield _command(report, task, "explain")
            yield from _plain(f"Next: repair {task.file} and type")
            yield _command(report, task)
            return
    missing = [task for task in report.tasks if task.status == "missing"]
    for task in missing:
        if task.stop and not task.stop.startswith("No file"):
            yield from _plain(f"Next: look at {task.id}: {task.stop}")
            return
    if missing:
        yield from _plain(f"Next: write {missing[0].file}; its lesson is the "
                          f"README of that topic.")
        return
    empty = [task for task in report.tasks if is_unwritten(task)]
    if empty:
        yield from _plain(f"Next: write {empty[0].file}; its lesson is the "
                          f"README of that topic. Then type")
        yield _command(report, empty[0])
        return
    yield from _going_on(report, then)


def _command(report: Report, task: TaskInfo, command: str = "") -> Line:
    return f"  {to_type(task.id, report.submission.path, command)}", ""


def _in_full(report: Report, task: TaskInfo) -> str:
    """The command that shows each failed check of a task."""
    return f"{to_type(task.id, report.submission.path)} -v"


def _going_on(report: Report, then: str | None) -> Iterator[Line]:
    """What to do when nothing is lost."""
    if report.grader_errors:
        yield from _plain("Next: tell your teacher about the grader error; "
                          "it costs no points.")
    elif then:
        path = report.submission.path
        path = "" if is_own(path, report.tasks[-1].id) else path
        yield from _plain(f"Next: go on with {then} and type")
        yield f"  {to_type(then, path)}", ""
    elif then is None and any(words.endswith("not asked for")
                              for words in report.not_looked_at):
        yield "All that was asked for is done.", ""
    else:
        yield "All done.", ""
