"""Where the plots of a figure stand on paper, with room for their texts.

What is known are places before any layout moved them: they may overlap, and
texts would not fit between them. So each plot gets all the room up to its
neighbours, and its texts are inside of that.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from grader.report.html.sheet import Box

LEFT, RIGHT, ABOVE, BELOW = 58.0, 26.0, 28.0, 42.0      # room for texts
HEADING = 14.0
LEAST = 40.0
Place = tuple[float, float, float, float]


def boxes_of(places: Sequence[Place], paper: Box) -> list[Box]:
    """One box a plot, inside the paper and never too small."""
    rooms = [_checked(place) for place in places]
    return [_inner(_room(place, rooms), paper, len(rooms) > 1)
            for place in rooms]


def _checked(place: Place) -> Place:
    """Left, bottom, right, top; within the figure."""
    left, bottom, width, height = (
        part if math.isfinite(part) else 0.1 for part in place)
    left, bottom = _inside(left, 0.0, 0.9), _inside(bottom, 0.0, 0.9)
    return (left, bottom, _inside(left + width, left + 0.05, 1.0),
            _inside(bottom + height, bottom + 0.05, 1.0))


def _inside(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


def _room(place: Place, others: Iterable[Place]) -> Place:
    """The place, grown to the middle between it and its neighbours."""
    left, bottom, right, top = place
    lefts, bottoms, rights, tops = zip(*others)
    return (
        _between(left, [edge for edge in rights if edge <= left], 0.0),
        _between(bottom, [edge for edge in tops if edge <= bottom], 0.0),
        _between(right, [edge for edge in lefts if edge >= right], 1.0),
        _between(top, [edge for edge in bottoms if edge >= top], 1.0))


def _between(edge: float, others: Sequence[float], end: float) -> float:
    """Half the way to the nearest of the others, or to the end."""
    if not others:
        return end
    return (edge + min(others, key=lambda other: abs(other - edge))) / 2


def _inner(room: Place, paper: Box, has_neighbours: bool) -> Box:
    """The room on paper without what texts take."""
    left, bottom, right, top = room
    high = paper.height - HEADING if has_neighbours else paper.height
    down = paper.height - high
    return Box(
        paper.width * left + LEFT, down + high * (1 - top) + ABOVE,
        max(paper.width * (right - left) - LEFT - RIGHT, LEAST),
        max(high * (top - bottom) - ABOVE - BELOW, LEAST))
