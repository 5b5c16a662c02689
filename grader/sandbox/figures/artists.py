"""Lines and points that were drawn inside one pair of axes.

Comes in: live matplotlib artists of any call. Goes out: records in which the
call no longer shows. `plot` with a marker and no line is a set of points as
`scatter` is. What is not visible is not there. Guide lines (`axhline`, the
grid) are no data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib import colors
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D

from grader.sandbox.figures import records
from grader.sandbox.figures.records import NO_COLOUR, Array, Colour

DASHES = {"solid": "-", "dashed": "--", "dotted": ":", "dashdot": "-."}
NOTHING = ("None", "none", "", " ", None)
MOST_SEGMENTS = 500


def colour_of(value: Any) -> Colour:
    """Red, green and blue; NO_COLOUR where nothing would be painted."""
    red, green, blue, alpha = colors.to_rgba(value)
    if alpha == 0:
        return NO_COLOUR
    return float(red), float(green), float(blue)


def is_shown(artist: Any) -> bool:
    """Whether an artist can be seen at all."""
    alpha = artist.get_alpha()
    return bool(artist.get_visible()) and not (
        isinstance(alpha, (int, float)) and alpha == 0)


def dash_of(style: Any) -> str:
    """One of "-", "--", ":", "-."; own patterns count as dashed."""
    if isinstance(style, str):
        return DASHES.get(style, style)
    return "-" if style is None or style[1] is None else "--"


def lines_of(axes: Any) -> tuple[records.Line, ...]:
    """Joined lines that can be seen, each once."""
    found: list[records.Line] = []
    for artist in axes.lines:
        if is_joined(artist) and is_data(artist, axes):
            found.append(_line(artist))
    for artist in axes.collections:
        if isinstance(artist, LineCollection) and is_shown(artist):
            found += _segments(artist)
    kept: list[records.Line] = []
    for line in found:
        if not any(_is_double(line, other) for other in kept):
            kept.append(line)
    return tuple(kept)


def is_joined(line: Any) -> bool:
    """Whether a Line2D shows a line, and not only its markers."""
    return (is_shown(line) and line.get_linestyle() not in NOTHING
            and line.get_linewidth() > 0 and len(line.get_xdata()) > 1
            and colour_of(line.get_color()) != NO_COLOUR)


def _line(artist: Any) -> records.Line:
    steps = artist.get_drawstyle() not in ("default", None)
    return records.Line(
        _places(artist), colour_of(artist.get_color()),
        "steps" if steps else dash_of(artist.get_linestyle()),
        float(artist.get_linewidth()), _marker(artist))


def _marker(artist: Line2D) -> str:
    marker = artist.get_marker()
    return "" if marker in NOTHING else str(marker)


def _places(artist: Any) -> Array:
    """Data of a Line2D as numbers: categories and dates have theirs."""
    if hasattr(artist, "get_data_3d"):
        return table_of(*artist.get_data_3d())
    return table_of(artist.get_xdata(orig=False), artist.get_ydata(orig=False))


def table_of(*columns: Any) -> Array:
    """Columns of numbers side by side."""
    return np.ascontiguousarray(np.column_stack(
        [numbers_of(column).ravel() for column in columns]))


def numbers_of(values: Any) -> Array:
    """Plain numbers; what is masked becomes nan."""
    masked: Any = np.ma
    return np.asarray(masked.filled(masked.asarray(values, float), np.nan))


def _segments(artist: Any) -> Iterator[records.Line]:
    """Lines of a collection: `hlines`, error bars, gradient lines."""
    tones = artist.get_colors()
    styles = artist.get_linestyle()
    widths = artist.get_linewidth()
    for index, part in enumerate(artist.get_segments()[:MOST_SEGMENTS]):
        if len(part) < 2 or len(tones) == 0:
            continue
        yield records.Line(
            table_of(*np.asarray(part).T),
            colour_of(tones[index % len(tones)]),
            dash_of(styles[index % len(styles)]),
            float(widths[index % len(widths)]), "")


def _is_double(one: records.Line, two: records.Line) -> bool:
    return (one.colour == two.colour and one.dash == two.dash
            and one.points.shape == two.points.shape
            and bool(np.array_equal(one.points, two.points, equal_nan=True)))


def is_data(artist: Any, axes: Any) -> bool:
    """Whether both coordinates are data; guide lines span the axes."""
    return all(artist.get_transform().contains_branch_seperately(
        axes.transData))


def points_of(axes: Any) -> records.Points:
    """All single points of the axes together, with their colours."""
    places, tones, values = [], [], []
    for artist in (*axes.lines, *axes.collections):
        if not is_shown(artist):
            continue
        if isinstance(artist, Line2D):
            if is_joined(artist) or not _marker(artist):
                continue
            place = _places(artist)
            tone = np.array([_marker_colour(artist)] * len(place))
            value = np.full(len(place), np.nan)
        elif isinstance(artist, PathCollection):
            place = _offsets(artist)
            tone, value = _point_colours(artist, len(place))
        else:
            continue
        seen = np.isfinite(place).all(axis=1) & (tone[:, 0] >= 0) if len(
            place) else np.zeros(0, bool)
        places.append(place[seen])
        tones.append(tone[seen])
        values.append(value[seen])
    width = 3 if hasattr(axes, "get_zlim") else 2
    return records.Points(
        np.concatenate([np.zeros((0, width)), *places]),
        np.concatenate([np.zeros((0, 3)), *tones]),
        np.concatenate([np.zeros(0), *values]))


def _marker_colour(artist: Line2D) -> Colour:
    face = artist.get_markerfacecolor()
    if face in NOTHING or colour_of(face) == NO_COLOUR:
        face = artist.get_markeredgecolor()
    return colour_of(face)


def _offsets(artist: Any) -> Array:
    if hasattr(artist, "_offsets3d"):       # in the order they were given
        return table_of(*artist._offsets3d)
    return np.ascontiguousarray(numbers_of(artist.get_offsets()))


def _point_colours(artist: Any, count: int) -> tuple[Array, Array]:
    """Colour of each point, and the number behind it."""
    array = artist.get_array()
    if array is not None and np.size(array) == count:
        tones = np.array(artist.to_rgba(array), float)[:, :3]
        return tones, numbers_of(array).ravel()
    # After drawing, the faces of points in space are sorted and shaded.
    faces = getattr(artist, "_facecolor3d", None)
    faces = artist.get_facecolor() if faces is None else faces
    if len(faces) == 0:
        faces = artist.get_edgecolor()
    faces = colors.to_rgba_array(faces)
    if len(faces) == 0:
        faces = np.array([(*NO_COLOUR, 0.0)])
    tones = np.resize(faces, (count, 4)).copy()
    tones[tones[:, 3] == 0, :3] = NO_COLOUR
    return tones[:, :3].copy(), np.full(count, np.nan)
