"""What the block of a figure task must say, read from its check file.

The oracle of the check file draws. What the check compares becomes words: a
text of the figure in backticks, limits as `0 to 10`, a colour by its name.
"""

import ast
import contextlib
import re
import runpy

import lesson_reader as reader
import numpy as np

from grader.sandbox.figures.reader import read_figure

COLOURS = {(1, 0, 0): "red", (0, 0.5, 0): "green", (0, 0, 0): "black",
           (0.75, 0, 0.75): "magenta", (1, 1, 0): "yellow"}
STYLES = {"-": "solid", "--": "dashed"}


def figure_tasks(checks):
    """Map the name of each figure task of a topic to its check file."""
    return {path.stem: path for path in checks.glob("[0-9]*.py")
            if re.search(r'^KIND = "figure"', path.read_text(), re.M)}


def wanted_words(path):
    """List what the block must say, from what the oracle draws."""
    made = runpy.run_path(str(path))
    figure, found = _drawn(made["oracle"], path.parent), []
    for part in made["COMPARE"]:
        name, _, number = part.partition(" ")
        plot = figure.plots[int(number or 1) - 1]
        found += _of_axis(name, plot) + _of_plot(name, plot, figure)
    return list(dict.fromkeys(found))


def given_lines(text):
    """Map each statement of the given data of a block to its tree."""
    return {ast.unparse(node): ast.dump(node)
            for fence in reader.fences(text) if fence.language == "python"
            for node in ast.parse(fence.body).body}


def statements(path):
    """List the trees of all statements of a file, at any depth."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {ast.dump(node) for node in ast.walk(tree)
            if isinstance(node, ast.stmt)}


def _drawn(oracle, folder):
    """The facts of the figure; data files lie in the folder."""
    import matplotlib
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    with contextlib.chdir(folder):
        plt.close("all")
        oracle(plt)
        facts = read_figure(plt.gcf())
        plt.close("all")
    return facts


def _of_axis(name, plot):
    letter, fact = name[:1], name[1:]
    if letter not in "xyz" or fact not in ("lim", "label", "scale", "ticks"):
        return []
    axis = getattr(plot, letter)
    return {"lim": ["{:g} to {:g}".format(*axis.limits)],
            "label": [f"`{axis.label.text}`"],
            "scale": ["log"] if axis.scale == "log" else [],
            "ticks": [f"every {step:g}" for step in np.diff(axis.ticks[:2])],
            }[fact]


def _of_plot(name, plot, figure):
    texts = {"title": [title.text for title in plot.titles],
             "figure_title": [figure.heading.text],
             "legend": [entry.text for entry in plot.legend.entries]
             if plot.legend else [],
             "colour_bar": [text.text for bar in plot.colour_bars
                            for text in bar.texts],
             "stack_names": list(plot.x.names), "text_sizes": ["x-small"]}
    found = [f"`{text}`" for text in texts.get(name, []) if text]
    if name == "line_styles":
        found += [STYLES[line.dash] for line in plot.lines]
    if name == "bar_widths":
        found.append(f"{plot.bars.boxes[0, 2]:g}")
    if name == "space" and plot.z:
        found.append("3-D")
    if name == "legend_place":
        right, up = plot.legend.place
        found.append(f"{'upper' if up > 0.5 else 'lower'} "
                     f"{'right' if right > 0.5 else 'left'}")
    return found + [_colour(rgb) for rgb in _colours(name, plot)]


def _colours(name, plot):
    """The colours that the task gives; a colour map gives too many."""
    painted = {"line_colours": [line.colour for line in plot.lines],
               "point_colours": plot.points.colours,
               "bar_colours": plot.bars.faces,
               "bar_edges": plot.bars.edges}.get(name, [])
    every = {tuple(np.round(rgb, 4).tolist()) for rgb in painted}
    return [] if name == "point_colours" and len(every) > 1 else sorted(every)


def _colour(rgb):
    parts = "".join(f"{round(255 * part):02x}" for part in rgb)
    return COLOURS.get(rgb, f"`#{parts}`")
