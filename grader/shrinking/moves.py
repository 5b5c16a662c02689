"""Proposals for a smaller call: fewer rows, simpler numbers, shorter calls.

Nothing here decides. A proposal may be nonsense; `customs`, the oracle and
the check file's own word come after.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.shrinking.customs import Axis, Customs
from grader.shrinking.parts import Frame, Parts
from grader.shrinking.simpler import (cells_weight, number_weight,
                                      simpler_cells)

MOST_ROWS = 12              # rows that are left out one by one


def smaller(frame: Frame, parts: Parts, customs: Customs) -> Iterator[Parts]:
    """All proposals for one step; the same order for the same parts."""
    yield from _shorter_calls(frame, parts, customs)
    yield from _fewer_rows(parts, customs)
    for name, cells in parts.cells.items():
        habit = customs.habits[name]
        for changed in simpler_cells(cells, habit):
            yield parts.with_cells(**{name: changed})
    yield from _all_simpler(parts, customs)


def merged(best: Parts, others: list[Parts]) -> Parts:
    """The simplest number of each place, of parts with the same sizes."""
    cells = {}
    for name, mine in best.cells.items():
        new = mine.copy()
        for parts in others:
            theirs = parts.cells.get(name)
            if theirs is None or theirs.shape != mine.shape:
                continue
            for place in np.ndindex(new.shape):
                if number_weight(theirs[place]) < number_weight(new[place]):
                    new[place] = theirs[place]
        cells[name] = new
    return Parts(cells, best.atoms)


def weight(parts: Parts) -> float:
    """How hard the numbers of a call are to read."""
    return sum(map(cells_weight, parts.cells.values()))


def _shorter_calls(frame: Frame, parts: Parts,
                   customs: Customs) -> Iterator[Parts]:
    for name in frame.may_leave_out(parts):
        yield parts.without(name)
    for name, value in parts.atoms.items():
        for seen in customs.seen(name):
            if type(seen) is type(value) and repr(seen) != repr(value) \
                    and (len(repr(seen)), repr(seen)) < (len(repr(value)),
                                                         repr(value)):
                yield parts.with_atoms(**{name: seen})


def _fewer_rows(parts: Parts, customs: Customs) -> Iterator[Parts]:
    """Without some rows, columns, images ... of all arrays they run through.

    Two groups of axes also shrink together: one may have to stay below the
    other.
    """
    for other in customs.alike:
        yield from _cropped(parts, other)
    groups = customs.groups()
    ends = []
    for group in groups:
        size = parts.cells[group[0][0]].shape[group[0][1]]
        for start, stop in _ranges(size):
            yield _without(parts, group, start, stop)
        ends += [(group, 0), (group, size - 1)] if size else []
    for place, (one, first) in enumerate(ends):
        for two, second in ends[place + 1:]:
            if one is not two:
                yield _without(_without(parts, one, first, first + 1),
                               two, second, second + 1)


def _ranges(size: int) -> Iterator[tuple[int, int]]:
    """What to leave out of so many rows: much first, then one by one."""
    if size > 2:
        yield 1, size
        yield 0, size - 1
        yield size // 2, size
        yield 0, size // 2
    for start in range(min(size, MOST_ROWS)):
        yield start, start + 1


def _cropped(parts: Parts, other: Parts) -> Iterator[Parts]:
    """Our numbers in the sizes of another input of the check."""
    shapes = {name: cells.shape for name, cells in other.cells.items()
              if name in parts.cells}
    if any(size > mine for name, shape in shapes.items()
           for size, mine in zip(shape, parts.cells[name].shape)):
        return
    for start in (True, False):
        cells = {}
        for name, shape in shapes.items():
            old = parts.cells[name]
            cells[name] = old[(..., *(
                slice(0, size) if start else slice(mine - size, mine)
                for size, mine in zip(shape, old.shape)))]
        yield Parts({**parts.cells, **cells}, parts.atoms)
        yield Parts({**parts.cells, **cells}, {**parts.atoms, **{
            name: value for name, value in other.atoms.items()
            if name in parts.atoms}})


def _without(parts: Parts, group: list[Axis], start: int,
             stop: int) -> Parts:
    cells = dict(parts.cells)
    for name, axis in group:
        old = cells[name]
        new = np.delete(old, slice(start, stop), axis)
        total = old.sum() if old.ndim == 1 and new.size else 0
        if isinstance(total, float) and abs(total - 1) < 1e-9:
            new[0] += total - new.sum()     # shares of a whole stay whole
        cells[name] = new
    return Parts(cells, parts.atoms)


def _all_simpler(parts: Parts, customs: Customs) -> Iterator[Parts]:
    """Every argument in its plainest form at once."""
    plainest = {}
    for name, cells in parts.cells.items():
        first = next(simpler_cells(cells, customs.habits[name]), None)
        if first is not None:
            plainest[name] = first
    if len(plainest) > 1:
        yield parts.with_cells(**plainest)
