"""Findings that quote lines of a file: the lines stay lines on the page.

A `^` below a line shows a place. Where the window is too narrow for that,
the letter above it is marked too.
"""

from __future__ import annotations

import re
import textwrap

from grader.report.html.elements import Html, joined, tag, verbatim, worded

CARET = re.compile(r"( *)\^")


def quoted(text: str) -> tuple[Html, Html | None]:
    """The sentence of a finding, and the lines below it if it has any."""
    sentence, _, rest = text.partition("\n")
    lines = textwrap.dedent(rest).splitlines()
    if not any(line.strip() for line in lines):
        return worded(sentence), None
    caret = CARET.fullmatch(lines[-1]) if len(lines) > 1 else None
    if caret is None:
        return worded(sentence), verbatim("\n".join(lines))
    *before, line, _ = lines
    place = len(caret[1])
    return worded(sentence), verbatim([
        "".join(f"{one}\n" for one in before), line[:place].ljust(place),
        tag("mark", line[place:place + 1] or " "), line[place + 1:],
        tag("span", "\n" + lines[-1], class_="caret")])


def paragraph(text: str) -> Html:
    """A sentence, and below it the lines that it quotes."""
    sentence, lines = quoted(text)
    return joined([tag("p", sentence), lines])
