"""Every property of a plot that a check file can ask for.

    name -> group (its weight), title, how to read it from a plot, how to
            compare two of them, how to show one, and a hint when no known
            mistake explains the difference

The groups weigh as a reader of a picture would: first the data, then what it
is drawn with, then the axes, then the texts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from grader.figures import bars, data, frames, words
from grader.sandbox.figures.records import Axis, Figure, Plot, Text

GROUPS = {"data": 40, "artists": 25, "axes": 20, "texts": 15}
Read = Callable[[Plot, Figure], Any]


class Property(NamedTuple):
    """How one property is read, compared, shown and hinted at."""

    group: str
    title: str
    read: Read
    difference: Callable[[Any, Any], str]
    show: Callable[[Any], str]
    hint: str
    whole: bool = False         # of the figure, not of one plot


def properties() -> dict[str, Property]:
    """The table, by name."""
    return {**_data(), **_artists(), **_limits(), **_frames(), **_texts()}


def _data() -> dict[str, Property]:
    return {
        "lines": Property(
            "data", "the data of the lines",
            lambda plot, figure: tuple(line.points for line in plot.lines),
            data.line_difference, data.show_lines,
            "Plot the given data, once, and join the points by a line."),
        "points": Property(
            "data", "the places of the points",
            lambda plot, figure: plot.points.places,
            data.point_difference, data.show_points,
            "Plot the given data as points, without a line between them."),
        "bars": Property(
            "data", "places and heights of the bars",
            bars.boxes_of, bars.box_difference, bars.show_boxes,
            "Compare the edges of your bars and their heights with the "
            "task."),
        "stacks": Property(
            "data", "the heights in each stack",
            bars.stacks_of, bars.stack_difference, bars.show_stacks,
            "Each bar begins where the one below it ends: `bottom` is the "
            "sum of the rows before."),
    }


def _artists() -> dict[str, Property]:
    return {
        "line_colours": Property(
            "artists", "the colours of the lines",
            lambda plot, figure: tuple(
                (line.points, line.colour) for line in plot.lines),
            data.mark_difference, data.show_marks,
            "Look up in the task which line has which colour."),
        "line_styles": Property(
            "artists", "the strokes of the lines",
            lambda plot, figure: tuple(
                (line.points, line.dash) for line in plot.lines),
            data.mark_difference, data.show_marks,
            "`-` is solid, `--` dashed, `:` dotted. Which one is asked "
            "for?"),
        "point_colours": Property(
            "artists", "the colours of the points",
            lambda plot, figure: (plot.points.places, plot.points.colours),
            data.tint_difference, data.show_tints,
            "Look up in the task which colour the points have."),
        "point_values": Property(
            "artists", "the numbers that colour the points",
            lambda plot, figure: (plot.points.places, plot.points.values),
            data.value_difference, data.show_values,
            "Give the numbers to `c`, and the colour map does the rest."),
        "bar_colours": Property(
            "artists", "the colours of the bars",
            bars.tints_of, bars.tint_difference, bars.show_tints,
            "Compare the colours with the list of the task, from the bottom "
            "up."),
        "bar_edges": Property(
            "artists", "the outlines of the bars",
            bars.edges_of, bars.edge_difference, bars.show_edges,
            "`edgecolor` sets the outline; the task names its colour."),
        "bar_widths": Property(
            "artists", "the width of the bars",
            bars.widths_of, bars.width_difference, bars.show_widths,
            "Give `width` to the call that draws the bars."),
    }


def _axis(plot: Plot, letter: str) -> Axis:
    """The axis, or one without anything."""
    found = getattr(plot, letter)
    return found if found is not None else Axis(
        Text(), (0.0, 0.0), "none", (), ())


def _of_axis(letter: str, fact: str) -> Read:
    return lambda plot, figure: getattr(_axis(plot, letter), fact)


def _label_of(letter: str) -> Read:
    return lambda plot, figure: (
        words.plain(_axis(plot, letter).label.text),)


def _limits() -> dict[str, Property]:
    table = {}
    for letter in "xyz":
        table[f"{letter}lim"] = Property(
            "axes", f"the limits of the {letter} axis",
            _of_axis(letter, "limits"),
            frames.limit_difference, frames.show_limits,
            f"Set the limits of the {letter} axis yourself, with "
            f"`plt.{letter}lim`, after the data is drawn.")
        table[f"{letter}scale"] = Property(
            "axes", f"the scale of the {letter} axis",
            _of_axis(letter, "scale"),
            frames.word_difference, str,
            f"`plt.{letter}scale` sets how the {letter} axis is divided.")
        table[f"{letter}ticks"] = Property(
            "axes", f"the ticks of the {letter} axis",
            _of_axis(letter, "ticks"),
            frames.tick_difference, frames.show_ticks,
            f"`plt.{letter}ticks` sets where the ticks stand.")
    return table


def _frames() -> dict[str, Property]:
    return {
        "layout": Property(
            "axes", "where the plot stands", frames.spot_of,
            frames.spot_difference, frames.show_spot,
            "Count the rows and columns of the grid, and the places from 1, "
            "row by row."),
        "space": Property(
            "axes", "two or three dimensions",
            lambda plot, figure: "flat" if plot.z is None
            else "in three dimensions",
            frames.word_difference, str,
            "`fig.add_subplot(projection='3d')` makes axes with three "
            "dimensions."),
    }


def _texts() -> dict[str, Property]:
    table = {
        "title": Property(
            "texts", "the title", words.titles_of, words.text_difference,
            words.show_texts, COPY),
        "figure_title": Property(
            "texts", "the title of the whole figure",
            lambda plot, figure: (words.plain(figure.heading.text),),
            words.text_difference, words.show_texts,
            "`plt.suptitle` sets the title of the whole figure.", True),
        "legend": Property(
            "texts", "the legend", bars.legend_of, bars.legend_difference,
            bars.show_legend,
            "Copy the texts letter by letter; each stands beside the colour "
            "that it names."),
        "legend_place": Property(
            "texts", "the place of the legend", frames.legend_quarter,
            frames.word_difference, str,
            "`plt.legend(loc=...)` says where the legend stands."),
        "colour_bar": Property(
            "texts", "the text of the colour bar", _bar_texts,
            words.text_difference, words.show_texts,
            "`plt.colorbar()` gives a colour bar; `set_label` names it."),
        "stack_names": Property(
            "texts", "the name under each stack", bars.names_of,
            bars.name_difference, bars.show_names,
            "Each stack has one tick, and the tick the name as its text."),
        "text_sizes": Property(
            "texts", "the size of title and labels", words.sizes_of,
            words.size_difference, words.show_sizes,
            "Give `fontsize` to every label and title."),
    }
    for letter in "xyz":
        table[f"{letter}label"] = Property(
            "texts", f"the label of the {letter} axis", _label_of(letter),
            words.text_difference, words.show_texts, COPY)
    return table


COPY = "Copy the label and title texts letter by letter, blanks too."


def _bar_texts(plot: Plot, figure: Figure) -> tuple[str, ...]:
    return tuple(words.plain(text.text) for bar in plot.colour_bars
                 for text in bar.texts)
