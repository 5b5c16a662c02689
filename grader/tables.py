"""Lists and arrays as text, in one line or as rows below each other.

    array of shape (2, 3), dtype float64
    [[1.0,   2.0, 3.0],
     [4.0, >5.0<, 6.0]]

Of an array the shape and the dtype come first. Of long values only what stands
around one place is shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from grader.marks import mark
from grader.show import show

ONE_LINE = 56           # letters; longer tables get a line for each row
WIDTH = 62
MOST_ROWS = 7
MOST_LETTERS = 240      # of anything that is no table
DOTS = "..."
Path = tuple[int, ...]


class Look(msgspec.Struct, frozen=True):
    """How a value is looked at.

    first: the place that must be seen
    marked: places that get a mark
    digits: how many of a float are shown, 0 for all
    """

    first: Path = ()
    marked: frozenset[Path] = frozenset()
    digits: int = 0


PLAIN = Look()


def described(value: Any, look: Look = PLAIN) -> str:
    """One value; of arrays the shape and the dtype first."""
    if isinstance(value, np.ndarray) and value.ndim > 0:
        head = f"array of shape {value.shape}, dtype {value.dtype}"
        if look.digits:
            head += f", {look.digits} digits shown"
        text = _entries(value, value.shape, look)
        one_line = "\n" not in text and len(head) + len(text) + 2 <= ONE_LINE
        return f"{head}: {text}" if one_line else f"{head}\n{text}"
    if isinstance(value, (list, tuple)) and look.first \
            and isinstance(value[look.first[0]], np.ndarray):
        return _part(value, look)
    shape = table_shape(value)
    if not shape or 0 in shape:
        return show(value, MOST_LETTERS)
    text = _entries(value, shape, look)
    if look.digits:
        text += "\n" if len(text) > ONE_LINE // 2 else " "
        text += f"({look.digits} digits shown)"
    return text


def table_shape(value: Any) -> Path | None:
    """The shape of lists in lists that make a table of plain entries."""
    if not isinstance(value, (list, tuple)):
        return None if isinstance(value, (dict, set, np.ndarray)) else ()
    inner = {table_shape(item) for item in value}
    if not inner:
        return (0,)
    shape = inner.pop()
    return None if inner or shape is None else (len(value), *shape)


def entry_at(value: Any, path: Path) -> Any:
    """What stands at a place, in lists and in arrays."""
    while path and not isinstance(value, np.ndarray):
        value, path = value[path[0]], path[1:]
    return value[path] if path else value


def _part(value: Any, look: Look) -> str:
    """The array of a tuple in which the first difference is."""
    place = look.first[0]
    marked = frozenset(path[1:] for path in look.marked if path[0] == place)
    if len(marked) == value[place].size:
        marked = frozenset()    # all of them differ
    inner = described(value[place], Look(look.first[1:], marked,
                                         look.digits))
    kind = "tuple" if isinstance(value, tuple) else "list"
    return f"a {kind} of {len(value)} items, item [{place}]:\n{inner}"


def _entries(value: Any, shape: Path, look: Look) -> str:
    """The entries in one line, or in lines around the place to see."""
    first = look.first if len(look.first) == len(shape) else (0,) * len(shape)
    if 0 in shape and math.prod(step or 1 for step in shape) > ONE_LINE:
        return "[]"         # no entry, but brackets for an hour
    if math.prod(shape) <= ONE_LINE:
        text = _nested(value, (), shape, look)
        if len(text) <= ONE_LINE:
            return text
    columns = _window(value, first, shape[-1], look)
    if len(shape) == 1:
        return _row(value, (), columns, look)
    label = "".join(f"[{step}]" for step in first[:-2])
    rows = _rows(value, first, columns, look)
    return f"at {label}:\n{rows}" if label else rows


def _nested(value: Any, path: Path, shape: Path, look: Look) -> str:
    if len(path) == len(shape):
        return _entry(value, path, look)
    return _bracketed(entry_at(value, path), [
        _nested(value, (*path, place), shape, look)
        for place in range(shape[len(path)])])


def _entry(value: Any, path: Path, look: Look) -> str:
    entry = entry_at(value, path)
    text = (f"{entry:.{look.digits}g}" if look.digits
            and isinstance(entry, (float, np.floating)) else show(entry, 40))
    return mark(text) if path in look.marked else text


def _bracketed(value: Any, texts: list[str]) -> str:
    inner = ", ".join(texts)
    if isinstance(value, tuple):
        return f"({inner}{',' if len(value) == 1 else ''})"
    return f"[{inner}]"


def _rows(value: Any, first: Path, columns: range, look: Look) -> str:
    """Rows around the first difference, one below the other."""
    above, row = first[:-2], first[-2]
    count = len(entry_at(value, above))
    start = max(0, min(row - MOST_ROWS // 2, count - MOST_ROWS))
    paths = [(*above, place)
             for place in range(start, min(count, start + MOST_ROWS))]
    wide = [max(len(_entry(value, (*path, column), look)) for path in paths)
            for column in columns]
    lines = [_row(value, path, columns, look, wide) for path in paths]
    lines = ([DOTS] * (start > 0) + lines
             + [DOTS] * (start + MOST_ROWS < count))
    return "[" + ",\n ".join(lines) + "]"


def _row(value: Any, path: Path, columns: range, look: Look,
         wide: list[int] | None = None) -> str:
    """One row: its columns, and dots where others are left out."""
    texts = [_entry(value, (*path, column), look) for column in columns]
    if wide is not None:
        texts = list(map(str.rjust, texts, wide))
    row = entry_at(value, path)
    return _bracketed(row, [*[DOTS] * (columns.start > 0), *texts,
                            *[DOTS] * (columns.stop < len(row))])


def _window(value: Any, first: Path, size: int, look: Look) -> range:
    """The columns around the first difference that fit into a line."""
    start, stop = first[-1], first[-1] + 1
    room = WIDTH - 2 * len(DOTS) - 8
    for column in _outwards(first[-1], size):
        # Two letters more: a mark may stand in another row.
        room -= len(_entry(value, (*first[:-1], column), look)) + 4
        if room <= 0:
            break
        start, stop = min(start, column), max(stop, column + 1)
    return range(start, stop)


def _outwards(column: int, size: int) -> Iterator[int]:
    """The columns by their distance, without a gap on one side."""
    for away in range(size):
        for place in dict.fromkeys((column - away, column + away)):
            if 0 <= place < size:
                yield place
