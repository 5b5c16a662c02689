"""Draw the pictures of the lesson, each in a light and a dark version.

Run `python3 draw.py [FOLDER]`; without a folder they go beside this file. All
numbers are those of the lesson; the same numbers give the same bytes.
"""

import sys
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

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
HEIGHTS, WEIGHTS = (160, 165, 170, 175, 180), (52, 60, 58, 68, 75)
MARKS = (43, 52, 58, 61, 67, 69, 70, 75, 88, 97)
SOLD = np.array([[3, 1], [2, 4]])


def sheet(ink, tall=3.2):
    """Make an empty figure."""
    return Figure(figsize=(4.5, tall), facecolor=ink["back"])


def plot(ink, figure, place=(0.15, 0.17, 0.81, 0.79)):
    """Put axes with two spines on a figure, in the colours of the text."""
    axes = figure.add_axes(place, facecolor=ink["back"])
    axes.spines[["top", "right"]].set_visible(False)
    return axes


def write(axes, colour, *texts, **options):
    """Write texts, each with its middle at (x, y)."""
    for x, y, text in texts:
        axes.text(x, y, text, **{"color": colour, "ha": "center",
                                 "va": "center"} | options)


def point(axes, colour, text, spot, end):
    """Write a text at a spot, with an arrow from there to its end."""
    axes.annotate(text, end, spot, color=colour, ha="center", va="center",
                  annotation_clip=False, arrowprops={
                      "arrowstyle": "-|>", "lw": 1.5, "color": colour})


def canvas(ink, sides, height):
    """Make an empty picture without axes."""
    axes = sheet(ink, height).add_axes((0.01, 0.01, 0.98, 0.98))
    axes.axis(sides)
    axes.axis("off")
    return axes


def box(axes, ink, corner, size, colour):
    """Draw a box from its lower left corner."""
    axes.add_patch(Rectangle(corner, *size, facecolor=ink[colour],
                             edgecolor=ink["text"], lw=1.5))


def parts(ink):
    """One plot of x * x with every part named."""
    figure, x = sheet(ink, 3.7), np.arange(5)
    edge = figure.add_axes((0.01, 0.01, 0.98, 0.98), xticks=[], yticks=[])
    edge.set_facecolor(ink["back"])
    edge.spines[:].set(color=ink["orange"], ls="--", lw=1.5)
    axes = plot(ink, figure, (0.24, 0.25, 0.62, 0.52))
    axes.spines[:].set_visible(True)
    axes.plot(x, x * x, "o-", color=ink["blue"], clip_on=False)
    axes.set(xlim=(0, 4), ylim=(0, 16), xticks=x, yticks=[0, 4, 8, 12, 16],
             xlabel="Side (m)", ylabel="Area (m²)", title="Area of a field")
    for text, spot, end in (("line", (1.5, 9.9), (2.4, 6.1)),
                            ("marker", (0.8, 6), (1.9, 4.2)),
                            ("tick", (0.5, -5.2), (0.95, -2.5))):
        point(axes, ink["orange"], text, spot, end)
    write(edge, ink["orange"], (0.09, 0.04, "figure"), (0.55, 0.91, "title"),
          (0.55, 0.05, "x label"), (0.11, 0.84, "y label"))
    write(axes, ink["orange"], (3.4, 1.7, "axes"))
    return axes


def margins(ink):
    """The x axis as matplotlib leaves it, and with limits."""
    axes = canvas(ink, (-0.75, 4.75, -0.4, 4.3), 2.5)
    for y, low, high, colour, text in (
            (2.5, -0.2, 4.2, "orange", "no limits: -0.2 to 4.2"),
            (0.3, 0, 4, "blue", "limits: 0 to 4")):
        axes.plot([low, high], [y, y], color=ink["text"])
        axes.plot(range(5), [y + 0.55] * 5, "o-", color=ink[colour], ms=8)
        axes.vlines([low, high], y, y + 1, color=ink[colour], ls="--")
        write(axes, ink["text"], *((x, y - 0.4, x) for x in range(5)))
        write(axes, ink[colour], (2, y + 1.3, text))
    for ends in ((-0.2, 0), (4, 4.2)):
        axes.fill_between(ends, 2.5, 3.5, color=ink["orange area"], zorder=0)
    write(axes, ink["orange"], (-0.48, 3.05, "0.2"), (4.48, 3.05, "0.2"))
    return axes


def cloud(ink):
    """Five students as points, with labels and units."""
    axes = plot(ink, sheet(ink), (0.15, 0.18, 0.81, 0.7))
    axes.plot(HEIGHTS, WEIGHTS, "o", ms=10, color=ink["blue"])
    axes.plot([160, 160, 157], [47, 52, 52], "--", color=ink["orange"])
    point(axes, ink["orange"], "Nadia:\n160 cm, 52 kg", (162.5, 71),
          (160.4, 52.8))
    axes.set(xlim=(157, 182), ylim=(47, 78), xticks=HEIGHTS,
             yticks=range(50, 80, 10), xlabel="Height (cm)",
             ylabel="Weight (kg)", title="Five students")
    return axes


def scales(ink):
    """The same halving on a linear and on a log axis."""
    figure, hours = sheet(ink, 4.4), np.arange(0, 21, 4)
    for bottom, scale, colour, style, name in (
            (0.58, "linear", "blue", "o-", "linear axis:\na curve"),
            (0.11, "log", "orange", "s-", "log axis:\na straight line")):
        axes = plot(ink, figure, (0.2, bottom, 0.77, 0.38))
        axes.plot(hours, 0.5 ** (hours / 4), style, color=ink[colour])
        axes.set(yscale=scale, xticks=hours)
        ticks = (0, 0.5, 1) if scale == "linear" else 0.5 ** np.arange(6)
        axes.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
        axes.minorticks_off()
        axes.text(0.68, 0.8, name, color=ink[colour], ha="center",
                  va="center", transform=axes.transAxes)
    axes.set_xlabel("Hours", labelpad=0)
    return axes


def legend(ink):
    """Two medicines: other colour, other dash, one legend."""
    axes = plot(ink, sheet(ink))
    hours = np.arange(0, 13, 2)
    for time, style, colour, name, spot in (
            (4, "-", "blue", "slow", (5.3, 0.57, "0.5")),
            (2, "--", "orange", "fast", (3.0, 0.2, "0.25"))):
        axes.plot(hours, 0.5 ** (hours / time), style, color=ink[colour],
                  label=name)
        axes.plot(4, 0.5 ** (4 / time), "o", color=ink[colour], ms=8)
        write(axes, ink[colour], spot)
    axes.set(xlim=(0, 12), ylim=(0, 1), xticks=hours, yticks=[0, 0.5, 1],
             xlabel="Hours", ylabel="Part in the blood")
    axes.legend(loc="upper right", facecolor=ink["back"], fontsize=14,
                edgecolor=ink["faint"])
    return axes


def bins(ink):
    """Ten marks in six bins between seven edges."""
    axes = plot(ink, sheet(ink), (0.11, 0.17, 0.85, 0.79))
    edges = np.arange(40, 101, 10)
    counts, _, _ = axes.hist(MARKS, edges, facecolor=ink["blue area"],
                             edgecolor=ink["text"], lw=1.5)
    for left in edges[:-1]:
        inside = [m for m in MARKS if left <= m < left + 10]
        for step, mark in enumerate(inside):
            write(axes, ink["text"], (left + 5, 0.5 + step, mark))
    write(axes, ink["orange"], *(
        (left + 5, count + 0.25, f"{count:g}") for left, count in
        zip(edges[:-1], counts, strict=True)), fontsize=14, fontweight="bold")
    axes.set(xlim=(40, 101), ylim=(0, 3.6), xticks=edges,
             yticks=range(4), xlabel="Mark")
    return axes


def grid(ink):
    """Places 1 to 6 of a grid; places 5 and 6 are one wide plot."""
    axes = canvas(ink, (-0.9, 6.7, -0.2, 5.2), 3.0)
    write(axes, ink["text"], (3.3, 4.8, "title of the figure"))
    for place in range(1, 5):
        x, y = 0.3 + 3.2 * ((place - 1) % 2), 3.1 - 1.5 * ((place - 1) // 2)
        box(axes, ink, (x, y), (2.9, 1.2), "blue area")
        write(axes, ink["text"], (x + 1.45, y + 0.6, place), fontsize=18)
    box(axes, ink, (0.3, 0.1), (6.1, 1.2), "orange area")
    write(axes, ink["text"], (3.35, 0.7, "(5, 6)"), fontsize=18)
    write(axes, ink["faint"], *((-0.3, 3.7 - 1.5 * row, f"row {row + 1}")
                                for row in range(3)), rotation=90)
    return axes


def stacks(ink):
    """Two stacks; the bottom of the second row is the top of the first."""
    axes = plot(ink, sheet(ink), (0.07, 0.11, 0.92, 0.87))
    bottom = np.zeros(2, int)
    for row, colour, hatch in ((SOLD[0], "blue", ""),
                               (SOLD[1], "orange", "//")):
        axes.bar([0, 1.5], row, 0.5, bottom, facecolor=ink[f"{colour} area"],
                 edgecolor=ink[colour], lw=2, hatch=hatch)
        for x, low, height in zip((0, 1.5), bottom, row, strict=True):
            write(axes, ink["text"], (x, low + height / 2, height),
                  fontsize=14, bbox={"facecolor": ink[f"{colour} area"],
                                     "edgecolor": "none", "pad": 2})
            write(axes, ink[colour], (x + 0.56, low + 0.2, f"bottom {low}"))
        bottom += row
    write(axes, ink["text"], *((x, 5.3, "top 5") for x in (0, 1.5)))
    write(axes, ink["blue"], (0.3, 1.7, "mangoes"), ha="left")
    write(axes, ink["orange"], (0.3, 4.2, "papayas"), ha="left")
    axes.set(xlim=(-0.4, 2.55), ylim=(0, 5.8), yticks=range(6),
             xticks=[0, 1.5], xticklabels=["Amina", "Kofi"])
    return axes


def hill(ink):
    """Points coloured by their height, with a colour bar."""
    figure = sheet(ink, 3.4)
    axes = plot(ink, figure, (0.15, 0.17, 0.6, 0.79))
    steps = np.arange(-9, 10, 3)
    x, y = (part.ravel() for part in np.meshgrid(steps, steps[::-1]))
    dots = axes.scatter(x, y, c=40 - np.hypot(x, y), s=90, cmap="viridis",
                        edgecolors=ink["text"], lw=0.7)
    axes.set(xlabel="East (m)", ylabel="North (m)", xticks=steps[::3],
             yticks=steps[::3])
    bar = figure.colorbar(dots, cax=figure.add_axes((0.79, 0.17, 0.04, 0.79)),
                          ticks=[30, 35, 40])
    bar.set_label("Height (m)")
    return axes


def draw(folder):
    """Write every picture of the lesson in both versions into folder."""
    for picture in (parts, margins, cloud, scales, legend, bins, grid,
                    stacks, hill):
        for theme, ink in COLOURS.items():
            name = f"{picture.__name__}-{theme}"
            matplotlib.rcdefaults()
            matplotlib.rcParams |= {
                "svg.hashsalt": name, "svg.fonttype": "path", "font.size": 12,
                "font.family": "DejaVu Sans", "lines.linewidth": 2,
                "axes.titlesize": 12, "axes.edgecolor": ink["faint"],
            } | dict.fromkeys(("axes.labelcolor", "axes.titlecolor",
                               "xtick.color", "ytick.color", "text.color"),
                              ink["text"])
            figure = picture(ink).figure
            with open(folder / f"{name}.svg", "w", newline="\n") as file:
                figure.savefig(file, format="svg",
                               metadata={"Date": None, "Creator": None})


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)
