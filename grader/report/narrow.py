"""Lines of a report on a terminal that is narrower than they are.

Left alone, the terminal would break them in the middle of words. Commands
stay whole, to be copied; rows of numbers stay below each other.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

LEAST = 30          # columns; below this nothing can be done
SCORE = re.compile(r"(\s*\S+(?: +\S+)?) {2,}"
                   r"([\d.]+ / [\d.]+|[\d.]+ of \S+ \w+|[a-z]+ [a-z]+)")
WHOLE = re.compile(r" *(\[|array of|python3 )")
COMMAND = re.compile(r"`python3 [^`]*`")
KEPT = "\0"        # stands for a blank at which no line ends


def narrowed(line: str, columns: int) -> Iterator[str]:
    """The line in as many lines as it needs."""
    if len(line) <= columns or columns < LEAST or WHOLE.match(line):
        yield line
        return
    score = SCORE.fullmatch(line)
    if score and len(score[1]) + len(score[2]) < columns:
        yield score[1] + score[2].rjust(columns - len(score[1]))
        return
    indent = " " * (len(line) - len(line.lstrip(" ")))
    whole = COMMAND.sub(lambda found: found[0].replace(" ", KEPT), line)
    for part in textwrap.wrap(whole, columns,
                              subsequent_indent=indent + "  ",
                              break_on_hyphens=False,
                              break_long_words=False) or [""]:
        yield part.replace(KEPT, " ")
