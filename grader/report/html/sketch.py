"""A figure's facts -> a picture of our own, drawn from nothing but them.

The page never holds a picture that student code made. What is drawn here are
the facts that were compared, so expected and drawn can be seen side by side.
"""

from __future__ import annotations

import math

from grader.report.html.elements import Html, tag
from grader.report.html.furniture import (Spot, around, behind, legend,
                                          named, room_for)
from grader.report.html.ink import ink_of, short
from grader.report.html.places import boxes_of
from grader.report.html.sheet import Box, Sheet
from grader.report.html.spoken import spoken
from grader.sandbox.figures.records import Figure, Plot

WIDTH, WIDE = 440.0, 660.0
MOST_PLOTS = 12
Lost = dict[int, frozenset[str]]        # plot -> names of its properties


def sketch(figure: Figure, lost: Lost, name: str) -> Html:
    """The picture, with rings around what differs.

    lost: by the number of the plot on the page
    name: what the picture shows, for those who only hear it
    """
    plots = figure.plots[:MOST_PLOTS]
    width = WIDTH if len(plots) < 2 else WIDE
    height = width * _ratio(figure.size)
    paper = Box(0, 0, width, height)
    heading = figure.heading.text
    return tag(
        "svg",
        tag("rect", class_="paper", width="100%", height="100%"),
        [_plot(plot, box, lost.get(place, frozenset()), len(plots))
         for place, (plot, box) in enumerate(zip(
             plots, boxes_of([plot.place for plot in plots], paper)))],
        named(heading, "no title of the figure",
              Spot((width / 2, 16), size=13),
              any("figure_title" in names for names in lost.values())),
        [legend(facts, paper, False) for facts in figure.legends[:2]],
        class_="sketch", role="img", aria_label=f"{name}: {spoken(figure)}",
        viewBox=f"0 0 {short(width)} {short(height)}")


def _ratio(size: tuple[float, float]) -> float:
    """Height of the paper for a width of 1; nothing extreme."""
    wide, high = size
    if not (math.isfinite(wide) and math.isfinite(high)
            and wide > 0 and high > 0):
        return 0.75
    return min(max(high / wide, 0.6), 1.5)


def _plot(plot: Plot, room: Box, lost: frozenset[str],
          share: int) -> list[Html]:
    sheet = Sheet(plot, room_for(plot, room))
    box = sheet.box
    # Its own small canvas: what lies beyond the limits is cut off there.
    data = tag("svg", ink_of(plot, sheet, share), x=short(box.left),
               y=short(box.top), width=short(box.width),
               height=short(box.height),
               viewBox=" ".join(map(short, box))) if sheet.is_flat else tag(
        "g", ink_of(plot, sheet, share))
    return [*behind(sheet), data, *around(plot, sheet, lost)]
