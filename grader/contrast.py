"""Expected and got as texts in which the eye finds the difference.

Entries that differ stand between `>` and `<`: that works in a terminal, in
JSON and on a page, with and without colour. Where all entries differ, or
where there are hardly any, nothing is marked.
"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

from grader.compare import Measure, compare, entries_agree
from grader.show import show
from grader.tables import Look, Path, described, entry_at

LONG_NUMBER = 10        # letters; longer numbers are rounded to read them
MOST_ENTRIES = 20_000   # that are looked at one by one
MOST_MARKS = 500
MOST_BARE = 3           # entries that are seen at once without a mark


class _Found(msgspec.Struct):
    """What was found on the way through two values of the same sizes."""

    differing: list[Path] = []
    entries: int = 0


def contrasted(expected: Any, got: Any,
               measure: Measure) -> tuple[str, str]:
    """Both values as text, with what differs between marks."""
    found = _compared(expected, got, measure)
    if found is None or not found.differing or found.differing == [()]:
        return described(expected), described(got)
    marked = frozenset(found.differing)
    if found.entries <= MOST_BARE or len(marked) == found.entries:
        marked = frozenset()
    look = Look(found.differing[0], marked,
                _digits(expected, got, found.differing))
    return described(expected, look), described(got, look)


def _compared(expected: Any, got: Any, measure: Measure) -> _Found | None:
    """The entries that differ, in order; None when the sizes do."""
    found = _Found()
    todo: list[tuple[Path, Any, Any]] = [((), expected, got)]
    while todo:
        path, one, two = todo.pop()
        if isinstance(one, np.ndarray) and isinstance(two, np.ndarray):
            agree = entries_agree(one, two, measure)
            if agree is None:
                return None
            found.entries += agree.size
            found.differing += [(*path, *place) for place in np.argwhere(
                ~agree)[:MOST_MARKS].tolist()]
        elif type(one) is type(two) and isinstance(one, (list, tuple)):
            if len(one) != len(two):
                return None
            todo += [((*path, place), *pair) for place, pair
                     in reversed(list(enumerate(zip(one, two))))]
        else:
            found.entries += 1
            if compare(one, two, measure) is not None:
                found.differing.append(path)
        if found.entries + len(todo) > MOST_ENTRIES and not found.differing:
            return None
        if len(found.differing) >= MOST_MARKS:
            found.entries += 1          # the others were not looked at
            break
    return found


def _digits(expected: Any, got: Any, places: list[Path]) -> int:
    """So many digits that long numbers can be read and still differ."""
    pairs = [(entry_at(expected, path), entry_at(got, path))
             for path in places]
    numbers = [number for pair in pairs for number in pair]
    if not all(map(_is_usual, numbers)) or all(
            len(show(number)) <= LONG_NUMBER for number in numbers):
        return 0
    for digits in (4, 6, 9):
        if all(f"{float(one):.{digits}g}" != f"{float(two):.{digits}g}"
               for one, two in pairs):
            return digits
    return 0


def _is_usual(number: Any) -> bool:
    """Whether it is a real number in the range of floats."""
    if isinstance(number, int):
        return type(number) is int and number.bit_length() < 1000
    return isinstance(number, (float, np.integer, np.floating))
