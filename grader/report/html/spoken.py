"""A figure in words: what somebody hears who does not see the picture."""

from __future__ import annotations

from collections.abc import Iterator

from grader.figures.words import number
from grader.report.html.elements import counted
from grader.report.html.furniture import plain
from grader.sandbox.figures.records import Axis, Figure, Plot

MOST_PLOTS = 8
MOST_LEGEND = 6


def spoken(figure: Figure) -> str:
    """Title, axes, and how much of what is drawn; one sentence a plot."""
    heading = plain(figure.heading.text)
    words = [f"Figure `{heading}`."] if heading else []
    plots = figure.plots
    if len(plots) > 1:
        words.append(f"{len(plots)} plots.")
    for place, plot in enumerate(plots[:MOST_PLOTS]):
        name = f"Plot {place + 1}: " if len(plots) > 1 else ""
        words.append(name + "; ".join(_facts(plot)) + ".")
    if len(plots) > MOST_PLOTS:
        words.append(f"And {counted(len(plots) - MOST_PLOTS, 'more plot')}.")
    return " ".join(words) or "An empty figure."


def _facts(plot: Plot) -> Iterator[str]:
    titles = [plain(title.text) for title in plot.titles]
    shown = " and ".join(f"`{title}`" for title in titles if title)
    yield f"title {shown}" if shown else "no title"
    for letter, axis in (("x", plot.x), ("y", plot.y), ("z", plot.z)):
        if axis is not None:
            yield _axis(letter, axis)
    counts = {"line": len(plot.lines), "point": len(plot.points.places),
              "bar": len(plot.bars.boxes), "heat map": len(plot.meshes),
              "other shape": len(plot.shapes)}
    yield ", ".join(counted(count, word) for word, count in counts.items()
                    if count) or "nothing drawn"
    if plot.legend is not None:
        names = [plain(entry.text, 30) for entry in
                 plot.legend.entries[:MOST_LEGEND]]
        yield f"a legend with {', '.join(names) or 'no entry'}"
    if plot.colour_bars:
        yield counted(len(plot.colour_bars), "colour bar")


def _axis(letter: str, axis: Axis) -> str:
    label = plain(axis.label.text)
    low, high = axis.limits
    scale = "" if axis.scale == "linear" else f", {axis.scale[:20]} scale"
    return (f"{letter} axis {f'`{label}`' if label else 'without a label'} "
            f"from {number(low)} to {number(high)}{scale}")
