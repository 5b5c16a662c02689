"""A figure's block tells all that is graded, in words a reader can copy.

What the check file compares becomes words: a text of the figure in backticks,
limits as `0 to 10`, a colour by its name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import numpy as np

from grader.author.agreement import lesson_text
from grader.author.agreement.texts import Texts
from grader.figures.asked import Part
from grader.sandbox.figures.records import Figure, Plot

NAMED = {(1, 0, 0): "red", (0, 0.5, 0): "green", (0, 0, 1): "blue",
         (0, 0, 0): "black", (0.75, 0, 0.75): "magenta",
         (0, 0.75, 0.75): "cyan", (1, 1, 0): "yellow", (1, 1, 1): "white"}
DASHES = {"-": "solid", "--": "dashed", ":": "dotted", "-.": "dash-dot"}


def broken_words(texts: Texts, figure: Figure) -> Iterator[str]:
    """Graded facts that the block does not tell; figure: the oracle's."""
    if texts.file.figure is None or texts.block is None:
        return
    assert texts.lesson is not None
    said = " ".join(_said(texts).split())
    told: set[str] = set()
    for part in texts.file.figure.parts:
        for word in wanted_words(part, figure):
            if word not in said and word not in told:
                told.add(word)
                yield (f"{texts.lesson.at(texts.block.line)}: the block of "
                       f"task {texts.number} does not say {word}, and "
                       f"`{part.text}` in {texts.defined('COMPARE')} grades "
                       f"it. Say it, or take `{part.text}` out there.")
    yield from _given_data(texts)


def _said(texts: Texts) -> str:
    """The block, and other blocks to which it sends its reader."""
    assert texts.block is not None and texts.lesson is not None
    linked = lesson_text.targets(texts.block.text)
    return " ".join([texts.block.text, *(
        block.text for block in lesson_text.blocks(texts.lesson.text)
        if lesson_text.anchor(block.title) in linked)])


def wanted_words(part: Part, figure: Figure) -> list[str]:
    """What the block must say of one property."""
    if part.plot >= len(figure.plots):
        return []                   # told by the promises of the figure
    plot = figure.plots[part.plot]
    return _of_axis(part.name, plot) + _of_plot(part.name, plot, figure)


def _of_axis(name: str, plot: Plot) -> list[str]:
    letter, fact = name[:1], name[1:]
    axis = {"x": plot.x, "y": plot.y, "z": plot.z}.get(letter)
    if axis is None:
        return []
    if fact == "lim":
        return ["{:g} to {:g}".format(*axis.limits)]
    if fact == "label" and axis.label.text:
        return [f"`{axis.label.text}`"]
    if fact == "scale":
        return ["log"] * (axis.scale == "log")
    if fact == "ticks":
        return [f"every {step:g}" for step in np.diff(axis.ticks[:2])]
    return []


def _of_plot(name: str, plot: Plot, figure: Figure) -> list[str]:
    legend = plot.legend
    texts = {"title": [title.text for title in plot.titles],
             "figure_title": [figure.heading.text],
             "legend": [entry.text for entry in legend.entries]
             if legend else [],
             "colour_bar": [text.text for bar in plot.colour_bars
                            for text in bar.texts],
             "stack_names": list(plot.x.names)}.get(name, [])
    found = [f"`{text}`" for text in texts if text]
    if name == "line_styles":
        found += [DASHES[line.dash] for line in plot.lines
                  if line.dash in DASHES]
    if name == "bar_widths" and len(plot.bars.boxes):
        found.append(f"{plot.bars.boxes[0, 2]:g}")
    if name == "space" and plot.z:
        found.append("3-D")
    if name == "legend_place" and legend:
        right, up = legend.place
        found.append(f"{'upper' if up > 0.5 else 'lower'} "
                     f"{'right' if right > 0.5 else 'left'}")
    return found + _colours(name, plot)


def _colours(name: str, plot: Plot) -> list[str]:
    """The colours that the task gives; a colour map gives too many."""
    painted = {"line_colours": [line.colour for line in plot.lines],
               "point_colours": list(plot.points.colours),
               "bar_colours": list(plot.bars.faces),
               "bar_edges": list(plot.bars.edges)}.get(name, [])
    every = {tuple(np.round(np.asarray(rgb), 4).tolist()) for rgb in painted}
    if name == "point_colours" and len(every) > 1:
        return []
    return [NAMED.get(rgb) or "`#" + "".join(
        f"{round(255 * one):02x}" for one in rgb) + "`"
        for rgb in sorted(every) if min(rgb) >= 0]


def _given_data(texts: Texts) -> Iterator[str]:
    """Statements that the block gives stand in the solution too."""
    assert texts.block is not None and texts.lesson is not None
    if texts.task is None:
        return
    there = {ast.dump(node) for node in ast.walk(ast.parse(texts.task.text))
             if isinstance(node, ast.stmt)}
    for fence in lesson_text.fences(texts.block.text):
        if fence.language != "python" or ">>>" in fence.body:
            continue
        try:
            given = ast.parse(fence.body).body
        except SyntaxError as error:
            line = texts.block.line + fence.line + (error.lineno or 1) - 1
            yield (f"{texts.lesson.at(line)}: the given data is not valid "
                   f"Python: {error.msg}. Correct the line.")
            continue
        for node in given:
            if ast.dump(node) not in there:
                line = texts.block.line + fence.line + node.lineno - 1
                yield (f"{texts.lesson.at(line)}: the block gives "
                       f"`{ast.unparse(node)}`, and {texts.task_name} has no "
                       f"such line. Give the data as the solution has it.")
