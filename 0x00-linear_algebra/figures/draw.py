"""Draw the pictures of the lesson, each in a light and a dark version.

Run `python3 draw.py [FOLDER]`; without a folder they go beside this file. All
numbers are those of the lesson; the same numbers give the same bytes.
"""

import math
import sys
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle

# Okabe-Ito colours with enough contrast to each background; the two areas
# are pale enough that a number in them stays readable.
COLOURS = {
    "light": {"back": "white", "text": "#1f2328", "faint": "#6e7781",
              "blue": "#0072B2", "orange": "#D55E00",
              "blue area": "#cfe8f7", "orange area": "#fde3cc"},
    "dark": {"back": "#0d1117", "text": "#e6edf3", "faint": "#7d8590",
             "blue": "#56B4E9", "orange": "#E69F00",
             "blue area": "#12405c", "orange area": "#59400a"},
}
DAYS = [21, 25, 19, 30, 28, 24]
GOALS = np.array([[1, 2, 3], [4, 5, 6]])
SALES = np.array([[1, 2], [3, 4]])
STALL, DAY = np.array([[5, 6]]), np.array([[7], [8]])
KILOS = np.array([[2, 1], [0, 3]])
PRICES = np.array([[100, 90], [50, 60]])
BONUS = np.array([[10, 20, 30]])
MOVE, PULL = np.array([[2, 1], [1, 3]]), np.array([[2, 1], [1, 2]])


def canvas(ink, left, right, bottom, top, height=3.2):
    """Make an empty picture without axes, one unit equally long both ways."""
    figure = Figure(figsize=(4.5, height), facecolor=ink["back"])
    axes = figure.add_axes((0.01, 0.01, 0.98, 0.98))
    axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal")
    axes.axis("off")
    return axes


def write(axes, ink, x, y, text, colour="text", **options):
    """Write a text with its middle at (x, y)."""
    axes.text(x, y, text, color=ink[colour], ha=options.pop("ha", "center"),
              va="center", **options)


def arrow(axes, ink, start, end, colour="text", **options):
    """Draw an arrow from start to end, both (x, y)."""
    axes.annotate("", end, start, arrowprops={
        "arrowstyle": "-|>,head_width=0.3,head_length=0.5", "lw": 2,
        "color": ink[colour], "shrinkA": 0, "shrinkB": 0} | options)


def grid(axes, ink, numbers, corner, areas=None, width=1.0, **line):
    """Draw boxes from the top left corner; areas: (row, column) -> colour."""
    for (row, column), number in np.ndenumerate(np.asarray(numbers)):
        x, y = corner[0] + column * width, corner[1] - row - 1
        box = {"edgecolor": ink["text"], "lw": 1.5, "zorder": 1} | line
        box["facecolor"] = ink[(areas or {}).get((row, column), "back")]
        axes.add_patch(Rectangle((x, y), width, 1, **box))
        write(axes, ink, x + width / 2, y + 0.5, str(number),
              zorder=box["zorder"])


def places(ink):
    """Fence posts with numbers, and six temperatures between them."""
    axes = canvas(ink, -0.35, 6.35, -1.6, 1.8, 2.3)
    areas = {(0, i): "blue area" for i in range(1, 4)}
    areas |= {(0, i): "orange area" for i in range(4, 6)}
    grid(axes, ink, [DAYS], (0, 0.75), areas, lw=0.5)
    for post in range(len(DAYS) + 1):
        axes.plot([post, post], [-0.45, 0.95], color=ink["text"], lw=3)
        write(axes, ink, post, -0.75, str(post))
        if post < len(DAYS):
            write(axes, ink, post, -1.25, str(post - len(DAYS)), "faint")
    for start, stop, colour, text in ((1, 4, "blue", "t[1:4]"),
                                      (4, 6, "orange", "t[-2:]")):
        arrow(axes, ink, (start + 0.06, 1.2), (stop - 0.06, 1.2), colour,
              arrowstyle="|-|,widthA=0.3,widthB=0.3")
        write(axes, ink, (start + stop) / 2, 1.55, text, colour)
    return axes


def shape(ink):
    """A table of 2 rows and 3 columns, then a stack of two such tables."""
    axes = canvas(ink, -1.0, 8.75, -3.35, 2.45, 2.7)
    grid(axes, ink, GOALS, (0, 0))
    arrow(axes, ink, (-0.35, -0.1), (-0.35, -1.9), "blue")
    write(axes, ink, -0.75, -1, "axis 0", "blue", rotation=90)
    arrow(axes, ink, (0.1, 0.35), (2.9, 0.35), "orange")
    write(axes, ink, 1.5, 0.8, "axis 1", "orange")
    write(axes, ink, 1.5, -2.75, "shape (2, 3)")
    grid(axes, ink, GOALS, (5.6, 0.9))
    grid(axes, ink, GOALS, (4.9, 0), zorder=2)
    arrow(axes, ink, (5.35, 1.15), (4.65, 0.25), "blue")
    write(axes, ink, 4.2, 1.1, "axis 0", "blue")
    arrow(axes, ink, (4.55, -0.1), (4.55, -1.9), "orange")
    write(axes, ink, 4.15, -1, "axis 1", "orange", rotation=90)
    arrow(axes, ink, (5.7, 1.25), (8.5, 1.25))
    write(axes, ink, 7.1, 1.7, "axis 2")
    write(axes, ink, 6.4, -2.75, "shape (2, 2, 3)")
    return axes


def arrows(ink):
    """The vectors (3, 4) and (4, 3) and the angle between them."""
    axes = canvas(ink, -0.6, 6.1, -0.75, 4.6)
    for step in range(1, 5):
        axes.plot(step, 0, "|", 0, step, "_", color=ink["faint"], ms=10)
        write(axes, ink, step, -0.4, str(step), "faint")
        write(axes, ink, -0.35, step, str(step), "faint")
    axes.plot([0, 0, 5.5], [4.5, 0, 0], color=ink["faint"], lw=1)
    arrow(axes, ink, (0, 0), (3, 4), "blue", lw=2.5)
    arrow(axes, ink, (0, 0), (4, 3), "orange", lw=2.5, linestyle="--")
    write(axes, ink, 2.9, 4.3, "v = (3, 4)", "blue")
    write(axes, ink, 5.0, 3.15, "w = (4, 3)", "orange")
    bend = np.linspace(math.atan2(3, 4), math.atan2(4, 3), 30)
    axes.plot(2.5 * np.cos(bend), 2.5 * np.sin(bend), color=ink["text"])
    write(axes, ink, 2.2, 2.2, "16°")
    return axes


def joining(ink):
    """Axis 0 puts a table below another, axis 1 puts it to the right."""
    axes = canvas(ink, -0.9, 7.9, -4.3, 1.5, 3.0)
    orange = dict.fromkeys([(0, 0), (0, 1), (1, 0)], "orange area")
    blue = {place: "blue area" for place in np.ndindex(2, 2)}
    grid(axes, ink, SALES, (0.2, 0.3), blue)
    grid(axes, ink, STALL, (0.2, -2.1), orange)
    arrow(axes, ink, (-0.3, 0.2), (-0.3, -3.1))
    write(axes, ink, 1.2, 1.0, "axis 0: down")
    write(axes, ink, 1.2, -3.75, "shape (3, 2)")
    grid(axes, ink, SALES, (4.2, -0.5), blue)
    grid(axes, ink, DAY, (6.6, -0.5), orange)
    arrow(axes, ink, (4.3, 0.1), (7.5, 0.1))
    write(axes, ink, 5.9, 1.0, "axis 1: right")
    write(axes, ink, 5.9, -3.75, "shape (2, 3)")
    return axes


def names(ink):
    """Two outer lists point at the same row objects."""
    axes = canvas(ink, -0.3, 8.9, -0.7, 4.7, 2.7)
    heights = [4.5, 2.7, 0.9]
    for row, height in zip([[1, 2], [3, 4, 99], [5, 6]], heights):
        grid(axes, ink, [row], (5.2, height), {(0, 2): "orange area"})
    for name, top, colour, targets in (("a", 4.3, "blue", [0, 1]),
                                       ("joined", 1.75, "orange", [0, 1, 2])):
        write(axes, ink, 0.5, top - len(targets) * 0.375, name, colour)
        for place, target in enumerate(targets):
            y = top - place * 0.75
            axes.add_patch(Rectangle((1.6, y - 0.75), 0.75, 0.75, lw=1.5,
                                     fill=False, edgecolor=ink[colour]))
            arrow(axes, ink, (2.0, y - 0.375), (5.1, heights[target] - 0.5),
                  colour, linestyle="--" if name == "joined" else "-")
    return axes


def product(ink):
    """The left table, the right one above the result, one cell marked."""
    axes = canvas(ink, -0.2, 7.6, -2.35, 3.6, 3.3)
    blue = {(0, 0): "blue area", (0, 1): "blue area"}
    grid(axes, ink, KILOS, (0.3, 0), blue, 1.2)
    orange = {(0, 0): "orange area", (1, 0): "orange area"}
    grid(axes, ink, PRICES, (4.2, 3.0), orange, 1.5)
    grid(axes, ink, KILOS @ PRICES, (4.2, 0), {}, 1.5)
    axes.add_patch(Rectangle((4.2, -1), 1.5, 1, lw=4, fill=False,
                             edgecolor=ink["text"]))
    arrow(axes, ink, (2.85, -0.5), (4.05, -0.5), "blue")
    arrow(axes, ink, (4.95, 0.9), (4.95, 0.12), "orange", linestyle="--")
    write(axes, ink, 1.5, 0.4, "kilos")
    write(axes, ink, 5.7, 3.35, "prices")
    write(axes, ink, 3.5, -1.5, "cost")
    write(axes, ink, 0.3, 2.0, "2 * 100\n+ 1 * 50\n= 250", ha="left",
          linespacing=1.6)
    return axes


def stretching(ink):
    """A row is stretched over both rows of a block and added."""
    axes = canvas(ink, -0.2, 12.7, -3.1, 0.9, 1.7)
    grid(axes, ink, GOALS, (0, 0))
    write(axes, ink, 3.45, -1, "+")
    grid(axes, ink, BONUS, (3.9, -1), {}, 1.3, linestyle=":", lw=1)
    areas = dict.fromkeys([(0, 0), (0, 1), (0, 2)], "orange area")
    grid(axes, ink, BONUS, (3.9, 0), areas, 1.3)
    write(axes, ink, 8.2, -1, "=")
    grid(axes, ink, GOALS + BONUS, (8.6, 0), {}, 1.3)
    for middle, text in ((1.5, "(2, 3)"), (5.85, "(3,)"), (10.55, "(2, 3)")):
        write(axes, ink, middle, -2.6, text)
    return axes


def area(ink):
    """The unit square and the parallelogram it becomes."""
    axes = canvas(ink, -1.0, 5.0, -0.6, 4.3)
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    axes.add_patch(Polygon(square @ MOVE.T, lw=2, edgecolor=ink["blue"],
                           facecolor=ink["blue area"]))
    axes.add_patch(Polygon(square, lw=2, ls="--", fill=False,
                           edgecolor=ink["orange"]))
    write(axes, ink, 1.75, 2.2, f"area {round(np.linalg.det(MOVE))}", "blue")
    write(axes, ink, 0.05, 1.3, "area 1", "orange", ha="right")
    for x, y in (square @ MOVE.T).tolist():
        axes.plot(x, y, "o", color=ink["blue"])
        side = -1 if x < 2 else 1
        write(axes, ink, x + side * 0.55, y - 0.25 * (y < 2), f"({x}, {y})")
    return axes


def lines(ink):
    """Three arrows before and after the matrix; two keep their line."""
    axes = canvas(ink, -1.9, 4.9, -1.75, 3.45)
    axes.plot([-1.5, 3.3], [-1.5, 3.3], ":", [-1.5, 1.6], [1.5, -1.6], ":",
              color=ink["faint"], lw=1.5)
    for before, spot in (((1, 1), (1.45, 3.15)), ((1, -1), (2.75, -1.15)),
                         ((1, 0), (3.4, 1.0))):
        after = tuple((PULL @ before).tolist())
        colour = "orange" if before == (1, 0) else "blue"
        arrow(axes, ink, (0, 0), after, colour, lw=2.5)
        axes.plot([0, before[0]], [0, before[1]], "--", color=ink["text"],
                  lw=1.2, zorder=4)
        axes.plot(*before, "o", ms=9, mew=2, zorder=4, color=ink["text"],
                  fillstyle="none")
        write(axes, ink, *spot, f"{before} to {after}", colour)
    return axes


def draw(folder):
    """Write every picture of the lesson in both versions into folder."""
    for picture in (places, shape, arrows, joining, names, product,
                    stretching, area, lines):
        for theme, ink in COLOURS.items():
            name = f"{picture.__name__}-{theme}"
            matplotlib.rcdefaults()
            matplotlib.rcParams |= {
                "svg.hashsalt": name, "svg.fonttype": "path", "font.size": 12,
                "font.family": "DejaVu Sans", "lines.linewidth": 2}
            figure = picture(ink).figure
            with open(folder / f"{name}.svg", "w", newline="\n") as file:
                figure.savefig(file, format="svg",
                               metadata={"Date": None, "Creator": None})


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)
