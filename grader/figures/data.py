"""Lines and points: the data itself, and what colours go with it.

Lines are a set: their order means nothing, and a line drawn from its other
end is the same line. Points are a set too; a colour travels with its point.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.figures.tones import colour_name, same_colour
from grader.figures.words import number
from grader.sandbox.figures.records import Array

NEAR = 1e-4             # of the span
Marked = tuple[Array, Any]          # data, and the colour or dash with it


def room_of(data: Array) -> Array:
    """How far each column may be off."""
    if not len(data):
        return np.zeros(data.shape[1:])
    spans = np.nanmax(data, axis=0) - np.nanmin(data, axis=0)
    return np.asarray(NEAR * np.where(spans > 0, spans, 1.0))


def same_data(one: Array, two: Array) -> bool:
    """Row by row the same, from either end."""
    if one.shape != two.shape:
        return False
    return _agree(one, two) or _agree(one, two[::-1])


def _agree(one: Array, two: Array) -> bool:
    with np.errstate(invalid="ignore"):
        near = np.abs(one - two) <= room_of(one)
    return bool(np.all(near | (np.isnan(one) & np.isnan(two))))


def pair_up(expected: Sequence[Array], got: Sequence[Array]
            ) -> list[tuple[int, int | None]]:
    """Which expected line is which drawn one; by data, the rest in order."""
    free = list(range(len(got)))
    partner: dict[int, int] = {}
    for place, data in enumerate(expected):
        for other in free:
            if same_data(data, got[other]):
                partner[place] = other
                free.remove(other)
                break
    for place in range(len(expected)):
        if place not in partner and free:
            partner[place] = free.pop(0)
    return [(place, partner.get(place)) for place in range(len(expected))]


def line_difference(expected: Sequence[Array], got: Sequence[Array]) -> str:
    """The same lines, no more and no fewer."""
    if len(expected) != len(got):
        return f"{_count(len(got), 'line')} instead of {len(expected)}"
    for place, other in pair_up(expected, got):
        if other is None:
            return "a line is missing"
        found = _rows_differ(expected[place], got[other])
        if found:
            return found
    return ""


def _rows_differ(one: Array, two: Array) -> str:
    if same_data(one, two):
        return ""
    if one.shape != two.shape:
        return f"a line of {len(two)} points instead of {len(one)}"
    wrong = ~(np.abs(one - two) <= room_of(one)).all(axis=1)
    row = int(np.argmax(wrong))
    return (f"point {row + 1} of a line is at {show_place(two[row])} "
            f"instead of {show_place(one[row])}")


def mark_difference(expected: Sequence[Marked], got: Sequence[Marked]) -> str:
    """Each line in its own colour or dash."""
    for place, other in pair_up([data for data, _ in expected],
                                [data for data, _ in got]):
        wanted = expected[place][1]
        if other is None:
            return f"there is no line that could be {show_mark(wanted)}"
        found = got[other][1]
        if not _same_mark(wanted, found):
            return f"a line is {show_mark(found)}, not {show_mark(wanted)}"
    return ""


def _same_mark(one: Any, two: Any) -> bool:
    if isinstance(one, str):
        return bool(one == two)
    return same_colour(one, two)


DASH_NAMES = {"-": "solid", "--": "dashed", ":": "dotted",
              "-.": "dash-dotted", "steps": "drawn in steps"}


def show_mark(mark: Any) -> str:
    """A colour or a dash in words."""
    if isinstance(mark, str):
        return DASH_NAMES.get(mark, mark)
    return colour_name(mark)


def show_marks(lines: Sequence[Marked]) -> str:
    """The marks of all lines."""
    return ", ".join(show_mark(mark) for _, mark in lines) or "no line"


def show_lines(lines: Sequence[Array]) -> str:
    """Each line by its size, its first points and its last."""
    return "; ".join(_show_line(line) for line in lines[:4]) or "no line"


def _show_line(line: Array) -> str:
    shown = [show_place(row) for row in line[:3]]
    if len(line) > 3:
        shown += ["...", show_place(line[-1])]
    return f"line of {len(line)} points {' '.join(shown)}"


def show_place(row: Sequence[float] | Array) -> str:
    """One point as one would write it."""
    return "(" + ", ".join(number(value) for value in row) + ")"


def _count(count: int, word: str) -> str:
    if count == 0:
        return f"no {word}"
    return f"{count} {word}{'s' * (count != 1)}"


def order_of(data: Array) -> Any:
    """An order of rows that small errors do not change."""
    rounded = np.round(data / np.maximum(room_of(data) * 10, 1e-300))
    return np.lexsort((*data.T[::-1], *rounded.T[::-1]))


def partners(one: Array, two: Array) -> Any:
    """For each row of one the row of two at the same place, or None."""
    if one.shape != two.shape:
        return None
    if len(one) == 0:
        return np.zeros(0, int)
    first, second = order_of(one), order_of(two)
    if not (np.abs(one[first] - two[second]) <= room_of(one)).all():
        return None
    found = np.empty(len(one), int)
    found[first] = second
    return found


def point_difference(expected: Array, got: Array) -> str:
    """The same set of points."""
    if expected.shape != got.shape:
        if expected.shape[1:] != got.shape[1:] and len(got):
            return (f"points with {got.shape[1]} coordinates instead of "
                    f"{expected.shape[1]}")
        return f"{_count(len(got), 'point')} instead of {len(expected)}"
    if partners(expected, got) is not None:
        return ""
    first, second = order_of(expected), order_of(got)
    off = ~(np.abs(expected[first] - got[second])
            <= room_of(expected)).all(axis=1)
    return (f"{int(off.sum())} of {len(expected)} points stand elsewhere; "
            f"the leftmost wrong one is {show_place(got[second][off][0])}")


def show_points(places: Array) -> str:
    """How many points, and what they span."""
    if not len(places):
        return "no points"
    spans = [f"{name} {number(low)} to {number(high)}" for name, low, high
             in zip("xyz", places.min(axis=0), places.max(axis=0))]
    return f"{_count(len(places), 'point')}, {', '.join(spans)}"


def tint_difference(expected: Marked, got: Marked) -> str:
    """Each point in its own colour."""
    wanted, found = expected[1], got[1]
    if not len(found):
        return "no points"
    if not len(wanted):
        return ""
    if bool((np.ptp(wanted, axis=0) == 0).all()):
        wrong = [tone for tone in np.unique(found, axis=0)
                 if not same_colour(wanted[0], tone)]
        return (f"points are {colour_name(wrong[0])}, not "
                f"{colour_name(wanted[0])}") if wrong else ""
    if len(found) != len(wanted):
        return f"{len(found)} coloured points instead of {len(wanted)}"
    order = partners(expected[0], got[0])
    found = found if order is None else found[order]
    off = (np.abs(found - wanted) > 0.02).any(axis=1)
    return (f"{int(off.sum())} of {len(wanted)} points have another colour"
            if off.any() else "")


def show_tints(points: Marked) -> str:
    """The colours that occur."""
    found = np.unique(points[1], axis=0)
    if len(found) > 4:
        return f"{len(found)} colours"
    return ", ".join(colour_name(tone) for tone in found) or "no points"


def value_difference(expected: Marked, got: Marked) -> str:
    """The numbers behind the colours, up to their unit and zero."""
    wanted, found = expected[1], got[1]
    if len(found) != len(wanted) or not len(found):
        return f"{_count(len(found), 'point')} instead of {len(wanted)}"
    if not np.isfinite(wanted).all():
        return "" if not np.isfinite(found).all() else "colours by numbers"
    if not np.isfinite(found).all():
        return "the colours do not come from numbers"
    order = partners(expected[0], got[0])
    found = found if order is None else found[order]
    off = np.abs(_scaled(found) - _scaled(wanted)) > NEAR
    return (f"{int(off.sum())} of {len(wanted)} colours follow other "
            f"numbers" if off.any() else "")


def _scaled(values: Array) -> Array:
    span = np.ptp(values)
    return np.asarray((values - values.min()) / (span if span > 0 else 1.0))


def show_values(points: Marked) -> str:
    """What the numbers behind the colours span."""
    values = points[1]
    if not len(values):
        return "no points"
    if not np.isfinite(values).all():
        return "colours without numbers"
    return f"numbers from {number(values.min())} to {number(values.max())}"
