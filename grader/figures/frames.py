"""Axes: limits, ticks, scales, and where the plots of a figure stand."""

from __future__ import annotations

from collections.abc import Sequence

from grader.figures.words import number
from grader.sandbox.figures.records import Figure, Legend, Plot

NEAR_LIMIT = 0.002      # of the asked span
WIDE = 0.8              # of the whole width: spans all columns
SAME_ROW = 0.5          # of a height

Spot = tuple[int, str]


def limit_difference(expected: Sequence[float],
                     got: Sequence[float]) -> str:
    """Both ends, within a small part of the span that is asked for."""
    room = NEAR_LIMIT * abs(expected[1] - expected[0])
    for word, one, two in zip(("starts", "ends"), expected, got):
        if not abs(one - two) <= room:
            return f"it {word} at {number(two)} instead of {number(one)}"
    return ""


def show_limits(limits: Sequence[float]) -> str:
    """From where to where."""
    return f"{number(limits[0])} to {number(limits[1])}"


def tick_difference(expected: Sequence[float], got: Sequence[float]) -> str:
    """The same places, in any order."""
    one, two = sorted(expected), sorted(got)
    if len(one) != len(two):
        return f"{len(two)} ticks instead of {len(one)}"
    room = NEAR_LIMIT * max(one[-1] - one[0], 1e-9) if one else 0.0
    for wanted, place in zip(one, two):
        if not abs(wanted - place) <= room:
            return f"a tick at {number(place)} instead of {number(wanted)}"
    return ""


def show_ticks(ticks: Sequence[float]) -> str:
    """The first places and the last."""
    shown = [number(place) for place in ticks]
    if len(shown) > 12:
        shown = [*shown[:6], "...", shown[-1]]
    return ", ".join(shown) or "no ticks"


def word_difference(expected: str, got: str) -> str:
    """Two words are equal or not."""
    return "" if expected == got else f"it is {got} instead of {expected}"


def legend_quarter(plot: Plot, figure: Figure) -> str:
    """In which quarter of the plot the middle of the legend stands."""
    legends = legends_of(plot, figure)
    if not legends:
        return "no legend"
    across, up = legends[0].place
    if not (0 <= across <= 1 and 0 <= up <= 1):
        return "outside of the plot"
    return (f"{'upper' if up >= 0.5 else 'lower'} "
            f"{'right' if across >= 0.5 else 'left'}")


def legends_of(plot: Plot, figure: Figure) -> list[Legend]:
    """The plot's own legend; with one plot also those of the figure."""
    found = [plot.legend] if plot.legend is not None else []
    if len(figure.plots) == 1:
        found += figure.legends
    return found


def spot_of(plot: Plot, figure: Figure) -> Spot:
    """Row from the top, and the place in it: a column or the whole width."""
    for row, plots in enumerate(_rows(figure)):
        if any(plot is one for one in plots):
            left = min(one.place[0] for one in figure.plots)
            right = max(one.place[0] + one.place[2] for one in figure.plots)
            if plot.place[2] >= WIDE * (right - left) and len(plots) == 1:
                return row + 1, "whole width"
            middle = plot.place[0] + plot.place[2] / 2
            return row + 1, _column(middle, left, right)
    return 0, ""


def _column(middle: float, left: float, right: float) -> str:
    part = (middle - left) / (right - left) if right > left else 0.5
    return "left" if part < 0.4 else "right" if part > 0.6 else "middle"


def _rows(figure: Figure) -> list[list[Plot]]:
    """The plots are in reading order already; cut them into rows."""
    rows: list[list[Plot]] = []
    for plot in figure.plots:
        if rows and abs(_height(rows[-1][0]) - _height(plot)) < (
                SAME_ROW * min(plot.place[3], rows[-1][0].place[3])):
            rows[-1].append(plot)
        else:
            rows.append([plot])
    return rows


def _height(plot: Plot) -> float:
    return plot.place[1] + plot.place[3] / 2


def spot_difference(expected: Spot, got: Spot) -> str:
    """Row and column."""
    if expected == got:
        return ""
    return f"it stands in {show_spot(got)} instead of {show_spot(expected)}"


def show_spot(spot: Spot) -> str:
    """Row and column in words."""
    return f"row {spot[0]}, {spot[1]}" if spot[0] else "no place"
