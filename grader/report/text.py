"""The report for a terminal: one line a task, details where points went.

Readable without colour, 79 columns, ends with the next command to type.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import textwrap
from collections.abc import Iterator
from typing import TextIO

from grader.report.schema import CheckInfo, FindingInfo, Report, TaskInfo

WORDS = {"passed": "ok", "failed": "failed", "missing": "missing",
         "refused": "refused", "grader_error": "error"}
COLOURS = {"ok": "green", "failed": "red", "missing": "yellow",
           "refused": "red", "error": "magenta"}
WIDTH = 79
INDENT = " " * 11
COMMAND = re.compile(r"(^\s*:|#)(:|#\[)", re.MULTILINE)
Line = tuple[str, str]          # text, colour of its first word


def write_text(report: Report, out: TextIO, verbose: bool = False) -> None:
    """Write the report; colour only on a terminal and without NO_COLOR."""
    lines = [(_without_commands(text), colour)
             for text, colour in text_lines(report, verbose)]
    if not out.isatty() or os.environ.get("NO_COLOR"):
        out.writelines(text + "\n" for text, _ in lines)
        return
    from rich.console import Console
    from rich.text import Text
    console = Console(file=out, highlight=False, soft_wrap=True)
    for text, colour in lines:
        styled = Text(text)
        if colour:
            word = text.split(maxsplit=1)[0]
            start = text.index(word)
            styled.stylize(f"bold {colour}", start, start + len(word))
        console.print(styled)


def _without_commands(text: str) -> str:
    """Servers obey lines that start with `::` or hold `##[`; break them."""
    return COMMAND.sub(r"\1 \2", text)


def show_report(report: Report, verbose: bool = False) -> None:
    """Write the report to standard output."""
    write_text(report, sys.stdout, verbose)


def text_lines(report: Report, verbose: bool = False) -> Iterator[Line]:
    """All lines of the report, top to bottom."""
    topic = ""
    for task in report.tasks:
        folder, _, name = task.id.partition("/")
        if folder != topic:
            topic = folder
            yield topic, ""
        yield _task_line(task, name)
        yield from _details(task, verbose)
    yield "", ""
    yield from _summary(report)


def _task_line(task: TaskInfo, name: str) -> Line:
    word = WORDS[task.status]
    score = f"{_number(task.points)} / {_number(task.max_points)}"
    if task.status == "grader_error":
        score = "not counted"
    return f"  {word:<8} {name:<42} {score:>14}", COLOURS[word]


def _number(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _details(task: TaskInfo, verbose: bool) -> Iterator[Line]:
    """What a student needs to know of one task; nothing if all is right."""
    if task.status == "missing":
        if verbose or not task.stop.startswith("No file"):
            yield from _wrapped(task.stop)
        return
    told = [finding for finding in task.findings
            if finding.part == "output" and finding.points_lost]
    lost = [check for check in task.checks if check.status != "passed"]
    if lost and not told:
        yield from _output_details(task, lost, verbose)
    for finding in task.findings:
        yield from _finding_lines(finding)
    if len(lost) == len(task.checks) and task.parts:
        yield from _nothing_passed(task)
    remarks = dict.fromkeys(check.hint for check in task.checks
                            if check.status == "passed" and check.hint)
    for remark in remarks:      # told once, however many checks it is about
        yield from _wrapped(f"remark: {remark}")


def _output_details(task: TaskInfo, lost: list[CheckInfo],
                    verbose: bool) -> Iterator[Line]:
    """The smallest failing case in full, the other checks by name."""
    shown = [check for check in lost if check.got]
    # A call that was stopped says more than those that came after it.
    shown.sort(key=lambda check: (check.status == "not_run",
                                  len(check.call)))
    for check in shown[:None if verbose else 1]:
        yield from _case_lines(check)
    if not shown:
        yield from _wrapped(lost[0].difference)
        yield from _hint(lost[0].hint)
    part = task.parts["output"]
    points = _number(part.max_points - part.points)
    if len(lost) == len(task.checks):
        if len(lost) > 1:
            yield from _wrapped(f"All {len(lost)} checks lost "
                                f"({points} points).")
        return
    yield from _wrapped(f"{len(lost)} of {len(task.checks)} checks lost "
                        f"({points} points):")
    most = len(lost) if verbose else 4
    for check in lost[:most]:
        yield f"{INDENT}- {_cut(check.title)}", ""
    if len(lost) > most:
        yield f"{INDENT}- and {len(lost) - most} more (`-v` shows all)", ""


def _nothing_passed(task: TaskInfo) -> Iterator[Line]:
    """Why the points for form are gone too."""
    points = sum(part.max_points for name, part in task.parts.items()
                 if name != "output")
    yield from _wrapped(f"The {_number(points)} points for rules, style and "
                        f"docs count once a check passes.")


def _case_lines(check: CheckInfo) -> Iterator[Line]:
    for line in check.call.splitlines() or [""]:
        yield from _wrapped(line)
    yield from _labelled("expected", check.expected)
    yield from _labelled("got", check.got)
    if check.difference and check.difference not in check.got:
        yield from _wrapped(check.difference)
    if check.stdout:
        yield from _labelled("printed", check.stdout.strip()[:300])
    yield from _hint(check.hint)


def _labelled(label: str, text: str) -> Iterator[Line]:
    lines = text.splitlines() or [""]
    if len(lines) == 1:
        yield from _wrapped(f"{label + ':':<10}{text}", 12)
        return
    yield f"{INDENT}{label}:", ""
    for line in lines:          # printed lines keep their own blanks
        yield f"{INDENT}  {line}"[:WIDTH + 60], ""


def _hint(hint: str) -> Iterator[Line]:
    if hint:
        yield from _wrapped(f"hint: {hint}", 6)


def _finding_lines(finding: FindingInfo) -> Iterator[Line]:
    where = f"line {finding.line}: " if finding.line else ""
    if f"line {finding.line}" in finding.text.lower():
        where = ""
    cost = (f"{finding.part} -{_number(finding.points_lost)}: "
            if finding.points_lost else "remark: ")
    yield from _wrapped(f"{cost}{where}{finding.text}", 2)
    if finding.hint:
        yield from _wrapped(f"hint: {finding.hint}", 6)


def _wrapped(text: str, hanging: int = 2) -> Iterator[Line]:
    """Text below a task, broken at blanks where it is too long."""
    indent = len(text) - len(text.lstrip(" "))
    for line in textwrap.wrap(
            text, WIDTH, initial_indent=INDENT + " " * indent,
            subsequent_indent=INDENT + " " * hanging,
            break_on_hyphens=False) or [""]:
        yield line, ""


def _cut(text: str) -> str:
    most = WIDTH - len(INDENT) - 2
    return text if len(text) <= most else text[:most - 4] + " ..."


def _summary(report: Report) -> Iterator[Line]:
    counts = {word: sum(WORDS[task.status] == word for task in report.tasks)
              for word in COLOURS}
    told = ", ".join(f"{count} {word}" for word, count in counts.items()
                     if count)
    count = len(report.tasks)
    yield (f"{count} task{'s' * (count != 1)}: {told}. "
           f"{_number(report.points)} of {_number(report.max_points)} "
           f"points."), ""
    for error in report.grader_errors:
        yield from _plain(f"Grader error (ours, costs nothing): {error}")
    for remark in report.submission.remarks:
        yield from _plain(f"Note: {remark}")
    if report.not_looked_at:
        yield from _plain(f"Not looked at: "
                          f"{', '.join(report.not_looked_at)}.")
    yield from _plain(_protection(report))
    yield from _next_step(report)


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


def _next_step(report: Report) -> Iterator[Line]:
    """What to do now; the command stands alone, to be copied."""
    for task in report.tasks:
        if task.status in ("failed", "refused"):
            yield from _plain(f"Next: repair {task.file} and type")
            yield (f"  python3 grader grade {_folder(report)} "
                   f"--task '{task.id}'"), ""
            return
    for task in report.tasks:
        if task.status == "missing":
            yield from _plain(f"Next: write {task.file}; its lesson is the "
                              f"README of that topic.")
            return
    yield "Next: `python3 grader --help` shows what else there is.", ""


def _folder(report: Report) -> str:
    """The submission as the user can type it from here."""
    path = report.submission.path
    return shlex.quote(min(path, os.path.relpath(path), key=len))
