"""Which figure, and which of its plots, did the student mean?

Several figures: the one with the fewest faults counts. Several plots: each
plot that is asked for gets the drawn plot that fits it best, so that one
missing plot does not spoil those after it. Where a plot stands is a property
of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import msgspec

from grader.figures.asked import Asked, Part
from grader.figures.properties import Property, properties
from grader.sandbox.figures.records import Figure, Plot

MISSING = "this plot is missing"
STRANGE = (ValueError, TypeError, LookupError, ArithmeticError)


class Answer(msgspec.Struct, frozen=True):
    """One property of the student's figure against the expected one.

    difference: empty when they agree
    """

    part: Part
    difference: str
    expected: str
    got: str


class Reading:
    """A figure whose plots are matched with those that are asked for."""

    def __init__(self, asked: Asked, wanted: Figure, figure: Figure) -> None:
        self._asked = asked
        self._wanted = wanted
        self.figure = figure
        self._table = properties()
        self._plots = self._match()

    def answer(self, part: Part) -> Answer:
        """One property of one plot."""
        prop = self._table[part.name]
        expected = self._expected(part)
        plot = self._plot(part)
        if plot is None:
            return Answer(part, MISSING, prop.show(expected), "nothing")
        return Answer(part, self._difference(part, plot),
                      prop.show(expected), _shown(prop, plot, self.figure))

    def answers(self) -> list[Answer]:
        """Every property that counts."""
        return [self.answer(part) for part in self._asked.parts]

    def pairs(self) -> dict[int, int]:
        """Number of each plot that is asked for -> number of the drawn."""
        return {number: place for number, plot in self._plots.items()
                for place, other in enumerate(self.figure.plots)
                if other is plot}

    def agrees(self, part: Part, other: Reading) -> bool:
        """Whether both figures have the same value of a property.

        Asked both ways: what is free in one figure must not hide the rest.
        """
        one, two = self._plot(part), other._plot(part)
        if one is None or two is None:
            return one is two
        prop = self._table[part.name]
        try:
            mine = prop.read(one, self.figure)
            others = prop.read(two, other.figure)
            return not (prop.difference(others, mine)
                        or prop.difference(mine, others))
        except STRANGE:
            return False

    def _plot(self, part: Part) -> Plot | None:
        """The plot to read; any will do for what the figure has once."""
        if self._table[part.name].whole:
            return self.figure.plots[0]
        return self._plots.get(part.plot)

    def _expected(self, part: Part) -> Any:
        plot = self._wanted.plots[part.plot]
        return self._table[part.name].read(plot, self._wanted)

    def _difference(self, part: Part, plot: Plot) -> str:
        prop, expected = self._table[part.name], self._expected(part)
        try:
            got = prop.read(plot, self.figure)
            found = prop.difference(expected, got)
            same = self._asked.same.get(part.name)
            return "" if found and same and same(expected, got) else found
        except STRANGE:         # facts that no drawing gives
            return "it cannot be compared"

    def _match(self) -> dict[int, Plot]:
        """Number of each plot that is asked for -> the drawn plot."""
        numbers = sorted({part.plot for part in self._asked.parts})
        if len(numbers) == 1 and len(self.figure.plots) == 1:
            return {numbers[0]: self.figure.plots[0]}
        scores = sorted(
            ((self._score(number, plot) + Fraction(place == number, 1000),
              -number, -place)
             for number in numbers
             for place, plot in enumerate(self.figure.plots)), reverse=True)
        found: dict[int, int] = {}
        for _, number, place in scores:
            if -number not in found and -place not in found.values():
                found[-number] = -place
        return {number: self.figure.plots[place]
                for number, place in found.items()}

    def _score(self, number: int, plot: Plot) -> Fraction:
        """How much of what is asked of one plot another one has."""
        return sum((part.weight for part in self._asked.parts
                    if part.plot == number and part.name != "layout"
                    and not self._difference(part, plot)), Fraction(0))


def _shown(prop: Property, plot: Plot, figure: Figure) -> str:
    try:
        return prop.show(prop.read(plot, figure))
    except STRANGE:
        return "something that no drawing gives"


def best_reading(asked: Asked, wanted: Figure,
                 figures: Sequence[Figure]) -> Reading:
    """The reading of the figure with the fewest faults."""
    readings = [Reading(asked, wanted, figure) for figure in figures]
    return max(readings, key=lambda reading: sum(
        (answer.part.weight for answer in reading.answers()
         if not answer.difference), Fraction(0)))
