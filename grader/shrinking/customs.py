"""What all inputs of one check have in common; a smaller call keeps it.

A check file makes its inputs by a generator, and nothing tells which of their
features the task needs. So every feature that all of them share is kept: the
smallest size of each axis, odd sizes, the sizes that agree, an order between
two sizes, signs, whole numbers, numbers that all differ, symmetry, a sum of 1.
A feature that is shared by chance keeps a case larger than it could be. That
is the cheaper mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import msgspec
import numpy as np

from grader.shrinking.parts import Parts

Axis = tuple[str, int]          # name of an argument, number of its axis
NEAR = 1e-9
MANY = 5                # inputs; that fewer have odd sizes says nothing


class Habit(msgspec.Struct, frozen=True):
    """What the numbers of one argument have in common.

    signs: -1, 0, 1, as far as they were seen; wholes: True and False alike
    """

    low: float
    high: float
    signs: frozenset[int]
    wholes: frozenset[bool]
    distinct: bool
    varied: bool
    symmetric: bool
    sums_to_1: bool

    def takes(self, number: float) -> bool:
        """Whether this number may stand in the argument."""
        return (self.low <= number <= self.high
                and _sign(number) in self.signs
                and _is_whole(number) in self.wholes)

    def fits(self, cells: Any) -> bool:
        """Whether these numbers together may be the argument."""
        numbers = cells.ravel().tolist()
        return (all(map(self.takes, numbers))
                and (not self.distinct or _is_distinct(numbers))
                and (not self.varied or _is_varied(numbers))
                and (not self.symmetric or _is_symmetric(cells))
                and (not self.sums_to_1 or _sums_to_1(numbers)))


class Customs:
    """What a candidate must keep; made of all calls of its check."""

    def __init__(self, mine: Parts, others: Iterable[Parts]) -> None:
        alike = [mine] + [parts for parts in others if _is_like(parts, mine)]
        self.alike = alike
        self.habits = {name: _habit([parts.cells[name] for parts in alike])
                       for name in mine.cells}
        self.least = {axis: min(_sizes(parts)[axis] for parts in alike)
                      for axis in _sizes(mine)}
        few = len(alike) < MANY
        self._rests = {axis: {0, 1} if few else {
            _sizes(parts)[axis] % 2 for parts in alike}
            for axis in self.least}
        self._orders: dict[tuple[Any, Any], set[int]] = {}
        for parts in alike:
            for pair, order in _orders(parts):
                self._orders.setdefault(pair, set()).add(order)

    def allow(self, parts: Parts) -> bool:
        """Whether this candidate has all that the inputs share."""
        sizes = _sizes(parts)
        if any(sizes[axis] < least or sizes[axis] % 2 not in
               self._rests[axis] for axis, least in self.least.items()
               if axis in sizes):
            return False
        if any(order not in self._orders.get(pair, (order,))
               for pair, order in _orders(parts)):
            return False
        return all(self.habits[name].fits(cells)
                   for name, cells in parts.cells.items())

    def groups(self) -> list[list[Axis]]:
        """Axes that have the same size in all inputs, together."""
        axes = list(self.least)
        group = {axis: {axis} for axis in axes}
        for one, two in combinations(axes, 2):
            if self._orders.get((one, two)) == {0}:
                group[one] |= group[two]
                for axis in group[one]:
                    group[axis] = group[one]
        found: list[list[Axis]] = []
        for axis in axes:
            members = sorted(group[axis])
            if members not in found:
                found.append(members)
        return found

    def seen(self, name: str) -> list[Any]:
        """The values that an argument has in all inputs, each once."""
        found: dict[str, Any] = {}
        for parts in self.alike:
            if name in parts.atoms:
                found.setdefault(repr(parts.atoms[name]), parts.atoms[name])
        return list(found.values())


def _is_like(parts: Parts, mine: Parts) -> bool:
    """Whether two calls have the same kinds of numbers."""
    return all(name in parts.cells
               and parts.cells[name].ndim == cells.ndim
               and parts.cells[name].dtype == cells.dtype
               for name, cells in mine.cells.items())


def _sizes(parts: Parts) -> dict[Axis, int]:
    return {(name, axis): size for name, cells in parts.cells.items()
            for axis, size in enumerate(cells.shape)}


def _orders(parts: Parts) -> Iterator[tuple[tuple[Any, Any], int]]:
    """How each two of the sizes and the single numbers compare."""
    measures: dict[Any, float] = dict(_sizes(parts))
    measures |= {name: cells[()] for name, cells in parts.cells.items()
                 if cells.ndim == 0}
    for name, value in parts.atoms.items():
        if type(value) is tuple and all(type(x) is int for x in value):
            measures |= {(name, place): x for place, x in enumerate(value)}
    for (one, first), (two, second) in combinations(measures.items(), 2):
        yield (one, two), _sign(first - second)


def _habit(arrays: list[Any]) -> Habit:
    """What these values of one argument have in common."""
    flat = [cells.ravel().tolist() for cells in arrays]
    numbers = [number for part in flat for number in part]
    several = [part for part in flat if len(part) > 1]
    square = [cells for cells in arrays if cells.ndim == 2
              and cells.shape[0] == cells.shape[1]]
    return Habit(
        min(numbers, default=0), max(numbers, default=0),
        frozenset(map(_sign, numbers)), frozenset(map(_is_whole, numbers)),
        distinct=bool(several) and all(map(_is_distinct, several)),
        varied=bool(several) and all(map(_is_varied, several)),
        symmetric=len(square) == len(arrays)
        and all(map(_is_symmetric, square)),
        sums_to_1=bool(flat) and all(map(_sums_to_1, flat)))


def _sign(number: float) -> int:
    return int(number > 0) - int(number < 0)


def _is_whole(number: float) -> bool:
    return isinstance(number, int) or float(number).is_integer()


def _is_distinct(numbers: list[float]) -> bool:
    return len(set(numbers)) == len(numbers)


def _is_varied(numbers: list[float]) -> bool:
    return len(numbers) < 2 or len(set(numbers)) > 1


def _is_symmetric(cells: Any) -> bool:
    return bool(cells.ndim == 2 and cells.shape[0] == cells.shape[1]
                and np.all(cells == cells.T))


def _sums_to_1(numbers: list[float]) -> bool:
    return len(numbers) > 0 and abs(sum(numbers) - 1) <= NEAR
