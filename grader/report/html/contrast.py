"""Expected and got side by side: which parts of the two texts differ.

Takes time that grows with the length of the texts only: a student may answer
with anything. What differs is marked, and blanks in it are made visible.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.report.html.elements import Html, escape, joined, tag

TOKEN = re.compile(r"\w+(?:\.\w+)*|\s|[^\w\s]")
MOST_WHOLE = 60         # letters; longer texts without a common word: no mark
BLANKS = str.maketrans({" ": "\u2423", "\n": "\u21b5\n", "\t": "\u21e5"})
Flags = list[bool]


def marked(expected: str, got: str) -> tuple[Html, Html]:
    """Both texts as markup, with marks where they differ."""
    lines, others = expected.split("\n"), got.split("\n")
    if len(lines) > 1 and len(lines) == len(others):
        pairs = [marked(*pair) for pair in zip(lines, others)]
        return (Html("\n".join(pair[0] for pair in pairs)),
                Html("\n".join(pair[1] for pair in pairs)))
    one, two = TOKEN.findall(expected), TOKEN.findall(got)
    known = {word for word in one if word[0].isalnum()}
    if len(expected + got) > MOST_WHOLE and not known.intersection(two):
        return escape(expected), escape(got)
    flags = _by_place(one, two) if len(one) == len(two) else None
    if flags is None:
        start = _same(one, two)
        most = min(len(one), len(two)) - start
        end = min(_same(one[::-1], two[::-1]), most)
        flags = (_middle(len(one), start, end),
                 _middle(len(two), start, end))
    return _shown(one, flags[0]), _shown(two, flags[1])


def _by_place(one: Sequence[str], two: Sequence[str]
              ) -> tuple[Flags, Flags] | None:
    """Word by word, unless hardly anything agrees."""
    flags = [left != right for left, right in zip(one, two)]
    return (flags, flags) if sum(flags) <= len(flags) / 2 else None


def _same(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words at the start are the same."""
    count = 0
    for left, right in zip(one, two):
        if left != right:
            break
        count += 1
    return count


def _middle(length: int, start: int, end: int) -> Flags:
    return [start <= place < length - end for place in range(length)]


def _shown(words: Sequence[str], flags: Flags) -> Html:
    """The text with neighbouring marked words in one mark."""
    pieces: list[tuple[bool, str]] = []
    for word, flag in zip(words, flags):
        if pieces and pieces[-1][0] == flag:
            pieces[-1] = (flag, pieces[-1][1] + word)
        else:
            pieces.append((flag, word))
    return joined([tag("mark", _with_blanks(text)) if flag else text
                   for flag, text in pieces])


def _with_blanks(text: str) -> str:
    """Blanks at the edges of what differs can be seen."""
    inner = text.strip()
    if not inner:
        return text.translate(BLANKS)
    start = text.index(inner)
    return (text[:start].translate(BLANKS) + inner
            + text[start + len(inner):].translate(BLANKS))
