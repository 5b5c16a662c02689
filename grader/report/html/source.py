"""A student's file on the page: numbered lines, findings under their line.

Of a long file the lines around its findings are shown, and what is left out
is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from grader.report.html.elements import (Html, counted, slug, tag, visible,
                                         worded)
from grader.report.html.evidence import Evidence
from grader.report.html.highlight import Piece, coloured
from grader.report.html.quoted import quoted
from grader.report.schema import TaskInfo

WHOLE = 160             # lines; of longer files only the surroundings
AROUND = 6
MOST_LINES = 240
MOST_COLUMNS = 300
KINDS = {"comment": "c", "string": "s", "number": "n", "keyword": "k",
         "name": "f", "builtin": "b", "decorator": "f"}
Notes = Mapping[int, Sequence[Html]]


def line_id(task: str, line: int) -> str:
    """The place of a line on the page."""
    return f"{slug(task)}-line-{line}"


def notes_of(task: TaskInfo, evidence: Evidence) -> dict[int, list[Html]]:
    """What is said of each line that is there."""
    notes: dict[int, list[Html]] = {}
    for stop in evidence.stops:
        notes.setdefault(stop.line, []).append(tag(
            "p", tag("strong", "output "), tag("code", stop.call),
            " stopped here: ", tag("code", stop.text), class_="note"))
    for finding in task.findings:
        cost = (f"{finding.part} \u2212{finding.points_lost:g} "
                if finding.points_lost else "remark ")
        sentence, lines = quoted(finding.text)
        where = (f"column {finding.column}: "
                 if finding.column and not lines else "")
        notes.setdefault(finding.line, []).append(tag(
            "div" if lines else "p", tag("strong", cost), where, sentence,
            lines or (tag("br") if finding.hint else None),
            worded(f"Hint: {finding.hint}") if finding.hint else None,
            class_="note"))
    return {line: found for line, found in notes.items()
            if 1 <= line <= len(evidence.lines)}


def source_of(task: TaskInfo, evidence: Evidence, notes: Notes) -> Html:
    """The file, or the parts of it that matter."""
    count = len(evidence.lines)
    ranges = _ranges(count, sorted(notes))
    last = ranges[-1].stop if ranges else 0
    pieces = coloured(evidence.lines[:last])
    shown: list[Html] = []
    before = 1
    for lines in ranges:
        shown += _gap(lines.start - before)
        for line in lines:
            shown.append(_line(task.id, line, pieces[line - 1],
                               line in notes))
            shown += notes.get(line, ())
        before = lines.stop
    shown += _gap(count + 1 - before)
    return tag("div", shown, class_="source")


def _ranges(count: int, lines: Sequence[int]) -> list[range]:
    """Which lines to show, in order."""
    if count <= WHOLE:
        return [range(1, count + 1)]
    found: list[range] = []
    for line in lines or [1]:
        start, stop = max(1, line - AROUND), min(count, line + AROUND) + 1
        if found and start <= found[-1].stop + 2:
            found[-1] = range(found[-1].start, max(stop, found[-1].stop))
        else:
            found.append(range(start, stop))
        if sum(map(len, found)) > MOST_LINES:
            break
    return found


def _gap(count: int) -> Iterator[Html]:
    if count > 0:
        yield tag("p", f"{counted(count, 'line')} left out", class_="gap")


def _line(task: str, line: int, pieces: Sequence[Piece],
          has_note: bool) -> Html:
    """One line; its number is seen and heard, but not copied."""
    return tag("code", _cut(pieces), class_="line noted" if has_note
               else "line", id=line_id(task, line), data_line=line)


def _cut(pieces: Sequence[Piece]) -> Iterator[Html | str]:
    room = MOST_COLUMNS
    for kind, text in pieces:
        text, rest = text[:room], text[room:]
        room -= len(text)
        if text:
            text = visible(text)
            yield tag("span", text, class_=KINDS[kind]) if kind else text
        if rest or not room:
            break
    missing = sum(len(text) for _, text in pieces) - MOST_COLUMNS
    if missing > 0:
        yield tag("span", f" \u2026 {counted(missing, 'more character')}",
                  class_="gap")
