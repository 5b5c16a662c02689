"""Compare what a script printed with what it must print, line by line."""

from __future__ import annotations

from grader.model import Difference
from grader.show import cut


def compare_printed(expected: str, got: str,
                    whole: bool) -> Difference | None:
    """The first line that differs; blanks at the ends of lines are free.

    whole: the output must be the expected text and nothing else; otherwise
    the expected lines must stand somewhere in it, one below the other.
    """
    wanted, lines = _lines(expected), _lines(got)
    if not whole and _stands_in(wanted, lines):
        return None
    if whole and wanted == lines:
        return None
    if not lines:
        return Difference("printed nothing", "the script printed nothing")
    if not whole:
        return Difference("missing lines", "these lines were not printed")
    for place, (one, two) in enumerate(zip(wanted, lines), 1):
        if one != two:
            return Difference("line", f"line {place} of the output is "
                              f"{cut(repr(two), 100)}, not "
                              f"{cut(repr(one), 100)}", (place,))
    if len(lines) > len(wanted):
        return Difference("extra lines", f"line {len(wanted) + 1} of the "
                          f"output, {cut(repr(lines[len(wanted)]), 100)}, "
                          f"is too much", (len(wanted) + 1,))
    return Difference("missing lines", f"line {len(lines) + 1} of the "
                      f"output, {cut(repr(wanted[len(lines)]), 100)}, is "
                      f"missing", (len(lines) + 1,))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _stands_in(wanted: list[str], lines: list[str]) -> bool:
    return any(lines[start:start + len(wanted)] == wanted
               for start in range(len(lines) - len(wanted) + 1))
