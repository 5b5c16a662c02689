"""Markdown, for a job summary: a table of tasks, then what was found.

Whatever a student may have written stands in a fence or in a code span, so
that no HTML, link, image or mention in it can act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from grader.report.export.gradescope import about
from grader.report.export.harmless import flat, without_commands
from grader.report.export.items import short, told
from grader.report.schema import Report
from grader.report.text import word_of
from grader.report.visible import score_words, sum_words

MOST_BYTES = 1 << 20
ROOM = 500                  # for the sentence that something is left out


def to_markdown(report: Report) -> bytes:
    """The page, at most 1 MiB: what does not fit is left out, and said."""
    pages = [*_rows(report), *_sections(report)]
    text, left = _fitting(pages, MOST_BYTES - ROOM)
    if left:
        parts = "1 part is" if left == 1 else f"{left} parts are"
        text += (f"\n{parts} left out, as a summary has at most 1 MiB. The "
                 f"JSON report has all.\n".encode())
    return text


def _fitting(pages: Iterable[str], most: int) -> tuple[bytes, int]:
    """As many pages as fit, and how many are left over."""
    found, size, left = [], 0, 0
    for page in pages:
        data = without_commands(page).encode()
        if left or size + len(data) > most:
            left += 1
            continue
        size += len(data)
        found.append(data)
    return b"".join(found), left


def _rows(report: Report) -> Iterator[str]:
    yield f"# {sum_words(report)}\n\n"
    said = about(report).partition("\n")[2]
    if said:
        yield fenced(said) + "\n"
    yield "| Task | Result | Points |\n| --- | --- | ---: |\n"
    for task in report.tasks:
        yield (f"| {code_span(task.id)} | {word_of(task)} "
               f"| {score_words(task)} |\n")


def _sections(report: Report) -> Iterator[str]:
    for task in report.tasks:
        text = told(task)
        if text:
            yield f"\n## {code_span(short(task))}\n\n{fenced(text)}"


def fenced(text: str) -> str:
    """A block that ends where we say: its fence is longer than any in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}\n"


def code_span(text: str) -> str:
    """A name that neither a table nor a span can be broken with."""
    # No escape holds both in a span and in a cell, so others stand for them.
    return f"`{flat(text, 120).replace('`', chr(39)).replace('|', chr(0xa6))}`"
