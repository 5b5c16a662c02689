"""Data of a plot -> places on paper, flat or in three dimensions.

All numbers may be forged: what is not finite has no place, and what lies far
away is brought near, so that no picture holds a number that breaks it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from grader.sandbox.figures.records import Array, Axis, Plot

FAR = 30.0              # of the length of an axis
MOST_TICKS = 12
SIDE, FRONT, DEEP, UP = 0.866, 0.25, 0.433, 0.866   # seen from -60, 30 degrees
HALF_WIDTH, HALF_HEIGHT = 0.72, 0.83                # of the cube as seen
Place = tuple[float, float]


class Box(NamedTuple):
    """A rectangle on paper, from its top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


class Rail(NamedTuple):
    """Where an axis is drawn: from start to end; out points away."""

    start: Place
    end: Place
    out: Place

    def at(self, part: float) -> Place:
        """The place at this part of the axis."""
        return (self.start[0] + part * (self.end[0] - self.start[0]),
                self.start[1] + part * (self.end[1] - self.start[1]))


class Scale(NamedTuple):
    """What an axis shows, from its start to its end."""

    low: float
    high: float
    is_log: bool

    def parts(self, values: Array) -> Array:
        """Where values lie: 0 at the start, 1 at the end, nan for nowhere."""
        with np.errstate(all="ignore"):
            shown = np.log10(values) if self.is_log else values
            parts = (shown - self.low) / (self.high - self.low)
            parts = np.where(np.isfinite(parts), parts, np.nan)
            return np.asarray(np.clip(parts, -FAR, FAR))


def scale_of(axis: Axis) -> Scale:
    """The scale of an axis; something that can be drawn in any case."""
    low, high = axis.limits
    is_log = axis.scale == "log" and low > 0 and high > 0
    if is_log and math.isfinite(low) and math.isfinite(high):
        low, high = math.log10(low), math.log10(high)
    if not (math.isfinite(low) and math.isfinite(high)
            and 0 < abs(high - low) < math.inf):
        low, high = 0.0, 1.0
    return Scale(low, high, is_log)


class Sheet:
    """The paper of one plot: its axes and the places of its data."""

    def __init__(self, plot: Plot, box: Box) -> None:
        self.box = box
        self._x, self._y = scale_of(plot.x), scale_of(plot.y)
        self._z = scale_of(plot.z) if plot.z is not None else None
        self._plot = plot

    @property
    def is_flat(self) -> bool:
        """Whether it has two dimensions."""
        return self._z is None

    def places(self, data: Array) -> Array:
        """Two numbers for each row of data; nan where it has no place."""
        across, along = (self._x.parts(data[:, 0]),
                         self._y.parts(data[:, 1]))
        if self._z is None:
            return np.column_stack((
                self.box.left + across * self.box.width,
                self.box.bottom - along * self.box.height))
        up = (self._z.parts(data[:, 2]) if data.shape[1] > 2
              else np.zeros(len(data)))
        return self.seen(np.column_stack((across, along, up)))

    def seen(self, parts: Array) -> Array:
        """Parts of three axes -> places."""
        middle = parts - 0.5
        right = SIDE * middle[:, 0] + 0.5 * middle[:, 1]
        above = (DEEP * middle[:, 1] - FRONT * middle[:, 0]
                 + UP * middle[:, 2])
        return np.column_stack((
            self.box.left + self.box.width * (
                0.5 + right / (2 * HALF_WIDTH)),
            self.box.top + self.box.height * (
                0.5 - above / (2 * HALF_HEIGHT))))

    def corner(self, across: int, along: int, up: int) -> Place:
        """A corner of the cube."""
        place, = self.seen(np.array([[across, along, up]], float))
        return float(place[0]), float(place[1])

    def rails(self) -> dict[str, tuple[Axis, Rail]]:
        """The axes by their letters, and where they are drawn."""
        plot, box = self._plot, self.box
        if plot.z is None:
            origin = (box.left, box.bottom)
            return {
                "x": (plot.x, Rail(origin, (box.right, box.bottom), (0, 1))),
                "y": (plot.y, Rail(origin, (box.left, box.top), (-1, 0)))}
        near, right, far = (self.corner(0, 0, 0), self.corner(1, 0, 0),
                            self.corner(1, 1, 0))
        return {
            "x": (plot.x, Rail(near, right, (-0.4, 0.9))),
            "y": (plot.y, Rail(right, far, (0.7, 0.7))),
            "z": (plot.z, Rail(far, self.corner(1, 1, 1), (1, 0)))}


def ticks_of(axis: Axis) -> list[tuple[float, str]]:
    """Part of the axis and text of each tick that is shown."""
    count = min(len(axis.ticks), len(axis.names))
    parts = scale_of(axis).parts(np.array(axis.ticks[:count], float))
    found = [(float(part), name)
             for part, name in zip(parts, axis.names)
             if -0.001 <= part <= 1.001]
    step = 1 + len(found) // (MOST_TICKS + 1)
    return found[::step]
