"""The data of a plot as shapes of a picture: lines, points, bars, areas.

There is a limit for each of them: of what is too much every second, third
or later one is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from grader.report.html.elements import Html, tag
from grader.report.html.sheet import Sheet
from grader.sandbox.figures.records import Array, Bars, Line, Mesh, Plot, Shape

MOST_LINES = 40
MOST_ROWS = 4000        # of all lines
MOST_CORNERS = 80       # of one shape
MOST_POINTS = 1200
MOST_BARS = 240
MOST_SHAPES = 60
MOST_SIDE = 24          # cells of a heat map
DASHES = {"--": "6 3", ":": "1.5 3", "-.": "6 3 1.5 3"}
NO_PAINT = "none"


def ink_of(plot: Plot, sheet: Sheet, share: int) -> Iterator[Html]:
    """All data of a plot; share: how many plots the limits are for."""
    for mesh in plot.meshes[:2]:
        yield from _cells(mesh, sheet)
    for shape in thinned(plot.shapes, MOST_SHAPES // share):
        yield from _area(shape, sheet)
    if sheet.is_flat:
        yield from _bars(plot.bars, sheet, MOST_BARS // share)
    lines = thinned(plot.lines, MOST_LINES // share)
    for line in lines:
        yield from _line(line, sheet, MOST_ROWS // share // len(lines))
    rows = every(len(plot.points.places), MOST_POINTS // share)
    yield from _dots(sheet.places(plot.points.places[rows]),
                     plot.points.colours[rows], 5.0)


def every(count: int, most: int) -> slice:
    """The rows to draw, evenly from all."""
    return slice(0, count, max(1, math.ceil(count / max(most, 1))))


def thinned(items: Sequence[Any], most: int) -> list[Any]:
    """At most so many of the items, evenly from all."""
    return list(items[every(len(items), most)])


def paint(tone: Iterable[float]) -> str:
    """A colour as markup writes it; nothing else can come out."""
    channels = [float(part) for part in tone][:3]
    if len(channels) < 3 or not all(map(math.isfinite, channels)) or min(
            channels) < -0.01:
        return NO_PAINT
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}"
                         for part in channels)


def short(value: float) -> str:
    """A number of a picture, one digit behind the point."""
    return f"{value:.1f}".removesuffix(".0")


def path_of(places: Array) -> str:
    """Joined places; a row without a place is a gap."""
    words, pen = [], "M"
    for across, down in places.tolist():
        if math.isnan(across) or math.isnan(down):
            pen = "M"
            continue
        words.append(f"{pen}{short(across)} {short(down)}")
        pen = "L"
    return "".join(words)


def _line(line: Line, sheet: Sheet, most: int) -> Iterator[Html]:
    places = sheet.places(line.points[every(len(line.points), most)])
    colour = paint(line.colour)
    width = line.width if math.isfinite(line.width) else 1.5
    yield tag("path", d=path_of(places), fill="none", stroke=colour,
              stroke_width=short(min(max(width, 0.5), 6.0)),
              stroke_dasharray=DASHES.get(line.dash),
              stroke_linejoin="round")
    if line.marker not in ("", " ", "None", "none"):
        yield from _dots(places, np.tile(line.colour, (len(places), 1)), 5.0)


def _dots(places: Array, colours: Array, size: float) -> Iterator[Html]:
    """Dots, those of one colour in one path: lines of no length."""
    found: dict[str, list[str]] = {}
    for (across, down), tone in zip(places.tolist(), colours.tolist()):
        if not (math.isnan(across) or math.isnan(down)):
            found.setdefault(paint(tone), []).append(
                f"M{short(across)} {short(down)}h0")
    for colour, words in found.items():
        if colour != NO_PAINT:
            yield tag("path", d="".join(words), stroke=colour,
                      stroke_width=short(size), stroke_linecap="round")


def _bars(bars: Bars, sheet: Sheet, most: int) -> Iterator[Html]:
    rows = every(len(bars.boxes), most)
    boxes = bars.boxes[rows]
    with np.errstate(all="ignore"):
        ends = boxes[:, :2] + boxes[:, 2:]
    low, high = sheet.places(boxes[:, :2]), sheet.places(ends)
    for one, two, face, edge, width in zip(
            low, high, bars.faces[rows], bars.edges[rows],
            bars.edge_widths[rows]):
        yield from _rectangle(one, two, paint(face),
                              paint(edge) if width > 0 else NO_PAINT)


def _rectangle(one: Array, two: Array, face: str,
               edge: str) -> Iterator[Html]:
    left, top = np.minimum(one, two).tolist()
    right, bottom = np.maximum(one, two).tolist()
    if math.isnan(left + top + right + bottom):
        return
    yield tag("rect", x=short(left), y=short(top), width=short(right - left),
              height=short(bottom - top), fill=face,
              stroke=None if edge == NO_PAINT else edge)


def _area(shape: Shape, sheet: Sheet) -> Iterator[Html]:
    rows = every(len(shape.corners), MOST_CORNERS)
    path = path_of(sheet.places(shape.corners[rows]))
    if path:
        yield tag("path", d=path + "Z", fill=paint(shape.face),
                  stroke=paint(shape.edge))


def _cells(mesh: Mesh, sheet: Sheet) -> Iterator[Html]:
    """A heat map with not too many cells; grey without a colour map."""
    if not mesh.values.size or not sheet.is_flat:
        return
    rows, columns = (every(count, MOST_SIDE) for count in mesh.values.shape)
    values = mesh.values[rows, columns]
    high, wide = values.shape
    left, right, bottom, top = mesh.extent
    with np.errstate(all="ignore"):
        across = np.linspace(left, right, wide + 1)
        along = np.linspace(bottom, top, high + 1)
    tones = _tones(mesh, values)
    for row in range(high):
        corners = np.column_stack((across, np.full(len(across), along[row])))
        above = np.column_stack((across, np.full(len(across),
                                                 along[row + 1])))
        lower, upper = sheet.places(corners), sheet.places(above)
        for column in range(wide):
            yield from _rectangle(lower[column], upper[column + 1],
                                  tones[row][column], NO_PAINT)


def _tones(mesh: Mesh, values: Array) -> list[list[str]]:
    if mesh.ramp is None or len(mesh.ramp.colours) < 2:
        low, high = 0.0, 1.0
        colours = np.tile(np.linspace(0, 1, 65)[:, None], (1, 3))
    else:
        (low, high), colours = mesh.ramp.limits, mesh.ramp.colours
    with np.errstate(all="ignore"):
        parts = np.nan_to_num((values - low) / (high - low), nan=-1.0)
    steps = np.clip(parts, 0.0, 1.0) * (len(colours) - 1)
    return [[paint(colours[int(step)]) if part >= 0 else NO_PAINT
             for step, part in zip(*pair)]
            for pair in zip(steps.tolist(), parts.tolist())]
