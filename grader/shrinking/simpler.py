"""Simpler numbers of the same shape: whole arrays, parts, single entries."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np

from grader.shrinking.customs import Habit

MOST_SINGLE = 60            # entries that are tried one by one
ZERO_WEIGHT = 2.5
AGAIN_WEIGHT = 1.5      # of a number that stands there already
SMALL = (1, 2, 3, 0, 5, 10)
FRACTIONS = (0.5, 0.25, 1.5, 2.5)
SHARES = {1: (1.0,), 2: (0.25, 0.75), 3: (0.2, 0.3, 0.5),
          4: (0.1, 0.2, 0.3, 0.4)}


def cells_weight(cells: Any) -> float:
    """How hard these numbers are to read; equal ones are hard to follow."""
    numbers = cells.ravel().tolist()
    again = len(numbers) - len(set(numbers))
    return sum(map(number_weight, numbers)) + AGAIN_WEIGHT * again


def number_weight(value: Any) -> float:
    """Small, whole, positive numbers are simple.

    0 is not: it hides what a product or a sum did with it. Quarters are the
    simplest fractions, since a computer holds them exactly.
    """
    number = value if type(value) is int else float(value)
    if type(number) is float and not math.isfinite(number):
        return 100.0
    weight = math.log2(1 + abs(number)) if number else ZERO_WEIGHT
    if number < 0:
        weight += 0.5
    if number != int(number):
        weight += 1 if number * 4 == int(number * 4) else len(repr(number))
    return weight


def simpler_cells(cells: Any, habit: Habit) -> Iterator[Any]:
    """The same shape with simpler numbers; much at once first."""
    if cells.size == 0:
        return
    if habit.sums_to_1:
        if cells.ndim == 1 and cells.size in SHARES:
            yield _laid(cells, SHARES[cells.size])
        return
    if cells.ndim > 0:
        yield from _counted(cells, habit)
        for number in plain(cells.flat[0], habit):
            yield _laid(cells, [abs(number)] * cells.size)
        for count in (1, 2, 4):
            for part in range(min(count, cells.size)):
                yield _filled(cells, _in_part(cells, habit, count, part))
    for place in islice(np.ndindex(cells.shape), MOST_SINGLE):
        for number in plain(cells[place], habit):
            new = cells.copy()
            new[place] = number
            if habit.symmetric:
                new[place[::-1]] = number
            yield new


def plain(old: Any, habit: Habit) -> Iterator[Any]:
    """Simpler numbers that may stand in the place of this one."""
    number = float(old)
    if not math.isfinite(number):
        return
    size = abs(number)
    tries: tuple[float, ...] = (
        *FRACTIONS, math.trunc(size) + 0.5, round(size, 1), round(size, 2))
    if number.is_integer():
        tries = (*SMALL, size // 2, math.ceil(habit.low),
                 math.floor(habit.high))
    for new in dict.fromkeys(_like(old, math.copysign(one, number))
                             for one in tries):
        if (float(new).is_integer() == number.is_integer()
                and number_weight(new) < number_weight(old)
                and habit.takes(new)):
            yield new


def _counted(cells: Any, habit: Habit) -> Iterator[Any]:
    """1, 2, 3 ... in reading order, with the signs of the old numbers."""
    size, low = cells.size, max(math.ceil(habit.low), 0)
    if all(float(number).is_integer() for number in cells.ravel().tolist()):
        for start in dict.fromkeys((1, 0, low)):
            yield _laid(cells, range(start, start + size))
        return
    yield _laid(cells, [0.5 + place for place in range(size)])
    yield _laid(cells, [(place + 1) / 4 for place in range(size)])
    yield _laid(cells, [round((place + 1) / 10, 1) for place in range(size)])


def _laid(cells: Any, sizes: Iterable[float]) -> Any:
    """These numbers in reading order, with the signs of the old ones."""
    following = iter(sizes)
    return _filled(cells, lambda old: _like(
        old, math.copysign(next(following), old)))


def _in_part(cells: Any, habit: Habit, count: int,
             part: int) -> Callable[[Any], Any]:
    """Makes the numbers of one of so many parts of the array simpler."""
    places = iter(range(cells.size))
    size = -(-cells.size // count)

    def change(old: Any) -> Any:
        if next(places) // size != part:
            return old
        return next(plain(old, habit), old)
    return change


def _filled(cells: Any, change: Callable[[Any], Any]) -> Any:
    new = cells.astype(object)
    for place in np.ndindex(cells.shape):
        new[place] = change(cells[place])
    if new.ndim == 2 and new.shape[0] == new.shape[1] and bool(np.all(
            cells == cells.T)):
        new = np.where(np.tri(len(new), dtype=bool).T, new, new.T)
    with np.errstate(all="ignore"):
        return new.astype(cells.dtype)


def _like(old: Any, new: float) -> Any:
    """The number in the type of the old one."""
    return int(new) if isinstance(old, (int, np.integer)) else float(new)
