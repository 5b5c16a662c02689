"""One live figure -> its facts; see docs/figures.md.

Nothing is painted, which would take most of the time. What exists only when
a figure is drawn is asked for one by one: equal aspect, ticks with their
texts, the best place of a legend, and formulas, which may be wrong.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.sandbox.figures import records
from grader.sandbox.figures.areas import bars_of, meshes_of, shapes_of
from grader.sandbox.figures.artists import is_shown, lines_of, points_of
from grader.sandbox.figures.legends import colour_bar_of, legend_of, text_of

MOST_TICKS = 200
MOST_NOTES = 400
SAME_ROW = 0.5      # of a height: closer centres are in one row

Place = tuple[float, float, float, float]


def read_figure(figure: Any) -> records.Figure:
    """All facts of one figure, as it would be shown now."""
    places = {axes: _place(axes) for axes in figure.axes}
    for axes in figure.axes:
        axes.apply_aspect()             # may move limits, as drawing would
    _try_formulas(figure)
    bars = [axes for axes in figure.axes if _is_colour_bar(axes)]
    plots, empty = [], 0
    for axes in figure.axes:
        if axes in bars or not axes.get_visible():
            continue
        plot = _plot(axes, places[axes], bars)
        if has_data(plot):
            plots.append(plot)
        else:
            empty += 1
    whole = figure.bbox
    width, height = figure.get_size_inches()
    legends = [legend_of(legend, whole) for legend in figure.legends]
    return records.Figure(
        tuple(in_reading_order(plots)), text_of(figure._suptitle),
        tuple(legend for legend in legends if legend is not None),
        (float(width), float(height)), empty)


def _try_formulas(figure: Any) -> None:
    """A text with an open formula could not be shown: raise as drawing."""
    texts = [figure._suptitle]
    for axes in figure.axes:
        texts += [axes.title, axes.xaxis.label, axes.yaxis.label]
    for text in texts:
        if text is not None and "$" in text.get_text():
            text.get_window_extent()


def has_data(plot: records.Plot) -> bool:
    """Whether anything is drawn in these axes."""
    return bool(plot.lines or len(plot.points.places) or len(plot.bars.boxes)
                or plot.meshes or plot.shapes)


def in_reading_order(plots: list[records.Plot]) -> list[records.Plot]:
    """Rows from the top, in each row from the left."""
    rows: list[list[records.Plot]] = []
    for plot in sorted(plots, key=_height, reverse=True):
        near = rows and abs(_height(rows[-1][0]) - _height(plot)) < (
            SAME_ROW * min(plot.place[3], rows[-1][0].place[3]))
        if near:
            rows[-1].append(plot)
        else:
            rows.append([plot])
    return [plot for row in rows
            for plot in sorted(row, key=lambda plot: plot.place[0])]


def _height(plot: records.Plot) -> float:
    """Height of the vertical centre."""
    return plot.place[1] + plot.place[3] / 2


def _place(axes: Any) -> Place:
    """Where the axes were put, as parts of the whole figure."""
    box = axes.get_position(original=True)
    figure = axes.get_figure(root=False)
    root = axes.get_figure(root=True)
    if figure is not root:              # a subfigure has its own measure
        box = box.transformed(figure.transSubfigure
                              - root.transSubfigure)
    return (float(box.x0), float(box.y0), float(box.width),
            float(box.height))


def _is_colour_bar(axes: Any) -> bool:
    return getattr(axes, "_colorbar", None) is not None


def _plot(axes: Any, place: Place, bars: list[Any]) -> records.Plot:
    mine = [bar._colorbar for bar in bars
            if _belongs(bar._colorbar, axes)]
    return records.Plot(
        place,
        tuple(text for text in (text_of(axes.title),
                                text_of(axes._left_title),
                                text_of(axes._right_title))
              if text.text.strip()),
        _axis(axes.xaxis, axes.get_xlim()),
        _axis(axes.yaxis, axes.get_ylim()),
        _axis(axes.zaxis, axes.get_zlim()) if hasattr(axes, "get_zlim")
        else None,
        lines_of(axes), points_of(axes), bars_of(axes), meshes_of(axes),
        shapes_of(axes), legend_of(axes.get_legend(), axes.bbox),
        tuple(colour_bar_of(bar) for bar in mine),
        tuple(text_of(note) for note in axes.texts[:MOST_NOTES]
              if is_shown(note)))


def _belongs(bar: Any, axes: Any) -> bool:
    """Whether a colour bar explains something drawn in these axes."""
    owner = getattr(bar.mappable, "axes", None)
    if owner is not None:
        return owner is axes
    # A colour bar of numbers without an artist: the axes it took room from.
    parents = getattr(bar.ax, "_colorbar_info", {}).get("parents", [])
    return axes in parents


def _axis(axis: Any, limits: Any) -> records.Axis:
    low, high = float(limits[0]), float(limits[1])
    room = 1e-6 * abs(high - low)
    labels = [label.get_text() for label in axis.get_ticklabels()]
    places = np.asarray(axis.get_majorticklocs(), float)
    ticks = [(float(place), str(name)[:100])
             for place, name in zip(places, labels)
             if min(low, high) - room <= place <= max(low, high) + room]
    return records.Axis(
        text_of(axis.label), (low, high), str(axis.get_scale()),
        tuple(place for place, _ in ticks[:MOST_TICKS]),
        tuple(name for _, name in ticks[:MOST_TICKS]))
