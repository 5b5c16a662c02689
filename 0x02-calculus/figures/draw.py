"""Draw the pictures of the lesson, each in a light and a dark version.

Run `python3 draw.py [FOLDER]`; without a folder they go beside this file. All
numbers are those of the lesson; the same numbers give the same bytes.
"""

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


def canvas(ink, sides, height):
    """Make an empty picture without axes, one unit equally long both ways."""
    figure = Figure(figsize=(4.5, height), facecolor=ink["back"])
    axes = figure.add_axes((0.01, 0.01, 0.98, 0.98), aspect="equal")
    axes.axis(sides)
    axes.axis("off")
    return axes


def plot(ink, place=(0.1, 0.1, 0.87, 0.87), figure=None):
    """Make axes with two spines in the colours of the text."""
    figure = figure or Figure(figsize=(4.5, 3.3), facecolor=ink["back"])
    axes = figure.add_axes(place, facecolor=ink["back"])
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[:].set_color(ink["faint"])
    axes.tick_params(colors=ink["text"])
    return axes


def write(axes, colour, *texts, **options):
    """Write texts, each with its middle at (x, y)."""
    for x, y, text in texts:
        axes.text(x, y, text, **{"color": colour, "ha": "center",
                                 "va": "center"} | options)


def arrow(axes, colour, start, end):
    """Draw an arrow from start to end, both (x, y)."""
    axes.annotate("", end, start, arrowprops={
        "arrowstyle": "-|>", "lw": 1.5, "color": colour, "shrinkB": 0})


def box(axes, ink, corner, size, colour="back", **options):
    """Draw a box from its lower left corner."""
    axes.add_patch(Rectangle(corner, *size, facecolor=ink[colour],
                             edgecolor=ink["text"], lw=1.5, **options))


def machine(ink):
    """The sum sign as a machine: start, stop, what to add, and the sum."""
    axes = canvas(ink, (-0.2, 9.4, -2.2, 4.0), 2.9)
    write(axes, ink["text"], (3.4, 2.2, r"$\sum$"), fontsize=44)
    write(axes, ink["orange"], (4.8, 2.25, "$i^2$"), fontsize=20)
    write(axes, ink["orange"], (7.9, 2.25, "what to add"))
    write(axes, ink["blue"], (3.4, 0.75, "i = 1"), (3.4, 3.65, "4"),
          (0.7, 0.75, "start"), (0.7, 3.65, "stop"))
    arrow(axes, ink["blue"], (1.5, 0.75), (2.6, 0.75))
    arrow(axes, ink["blue"], (1.5, 3.65), (3.0, 3.65))
    arrow(axes, ink["orange"], (6.3, 2.25), (5.4, 2.25))
    for i in (1, 2, 3, 4):
        x = 1.9 * i - 1.7
        box(axes, ink, (x, -1.2), (1.2, 1.0), "orange area")
        write(axes, ink["blue"], (x + 0.6, -1.75, f"i = {i}"))
        write(axes, ink["text"], (x + 0.6, -0.7, str(i * i)),
              (x + 1.55, -0.7, "+" if i < 4 else "="))
    write(axes, ink["text"], (8.4, -0.7, sum(i * i for i in range(5))))
    return axes


def secants(ink):
    """Secants of x^2 from (3, 9) turn into the tangent."""
    axes = plot(ink)
    x = np.linspace(2, 5.3, 60)
    axes.plot(x, x * x, color=ink["text"], lw=2.5)
    for step, style, spot in ((2, "--", (3.9, 25)), (1, "-.", (3.0, 18))):
        end, slope = (3 + step, (3 + step) ** 2), 6 + step
        axes.plot(x, 9 + slope * (x - 3), style, color=ink["orange"], lw=1.7)
        axes.plot(*end, "o", ms=8, color=ink["orange"])
        write(axes, ink["orange"], (*spot, f"step {step}:\nslope {slope}"))
        arrow(axes, ink["orange"], (spot[0] + 0.4, spot[1]), end)
    axes.plot(x, 9 + 6 * (x - 3), color=ink["blue"])
    axes.plot(3, 9, "s", ms=8, color=ink["blue"])
    write(axes, ink["blue"], (4.5, 12, "tangent:\nslope 6"))
    axes.set(xlim=(2, 5.3), ylim=(1, 28), xticks=[3, 4, 5], yticks=[9, 16, 25])
    return axes


def growth(ink):
    """A field of 4 by 3 metres grows on two sides."""
    axes = canvas(ink, (-1.6, 7.0, -1.0, 4.4), 2.8)
    (u, du), (v, dv) = (4, 2), (3, 1)
    box(axes, ink, (0, 0), (u, v))
    box(axes, ink, (u, 0), (du, v), "blue area")
    box(axes, ink, (0, v), (u, dv), "orange area", ls="--")
    box(axes, ink, (u, v), (du, dv), ls=":")
    write(axes, ink["text"], (u / 2, v / 2, f"u v = {u * v}"),
          (u / 2, -0.5, f"u = {u}"), (-0.8, v / 2, f"v = {v}"),
          (u + du / 2, v + dv / 2, "tiny"))
    write(axes, ink["blue"], (u + du / 2, v / 2, f"u' v\n= {du * v}"),
          (u + du / 2, -0.5, f"u' = {du}"))
    write(axes, ink["orange"], (u / 2, v + dv / 2, f"u v' = {u * dv}"),
          (-0.8, v + dv / 2, f"v' = {dv}"))
    return axes


def chain(ink):
    """Two machines in a row: their slopes are multiplied."""
    axes = canvas(ink, (-0.2, 10.4, -1.8, 1.6), 1.5)
    for x, text, slope, colour in ((2.0, "times 3", "slope 3", "blue"),
                                   (6.4, "ln", "slope 1/(3x)", "orange")):
        box(axes, ink, (x, 0), (2.2, 1.2), f"{colour} area")
        write(axes, ink["text"], (x + 1.1, 0.6, text))
        write(axes, ink[colour], (x + 1.1, -0.5, slope))
    for start, end in ((0.9, 1.9), (4.3, 6.3), (8.7, 9.6)):
        arrow(axes, ink["text"], (start, 0.6), (end, 0.6))
    write(axes, ink["text"], (0.4, 0.6, "x"), (5.3, 1.1, "3x"),
          (9.5, 1.1, "ln(3x)"), (5.3, -1.3, "3 * 1/(3x) = 1/x"))
    return axes


def cuts(ink):
    """The volume x^2 y, cut along x with y = 2 and along y with x = 3."""
    figure = Figure(figsize=(4.5, 4.6), facecolor=ink["back"])
    along = np.linspace(0, 4.2, 60)
    for bottom, name, colour, heights, start, slope in (
            (0.6, "x, and y stays 2", "blue", 2 * along ** 2, 3, 12),
            (0.11, "y, and x stays 3", "orange", 9 * along, 2, 9)):
        axes = plot(ink, (0.12, bottom, 0.85, 0.37), figure)
        axes.plot(along, heights, color=ink["text"], lw=2.5)
        axes.plot([start - 1, start + 1], [18 - slope, 18 + slope],
                  "-" if slope == 12 else "--", color=ink[colour], lw=4)
        axes.plot(start, 18, "o", ms=9, color=ink[colour])
        axes.set(xlim=(0, 4.3), ylim=(0, 37), yticks=[0, 18, 36])
        axes.set_xlabel(name, color=ink["text"], labelpad=0)
        write(axes, ink[colour], (0.9, 30, f"slope {slope}"))
    return axes


def valley(ink):
    """Contours of x^2 + 3 y^2 and the path of gradient descent."""
    axes = plot(ink)
    x, y = np.meshgrid(np.linspace(-2.3, 2.3, 50), np.linspace(-1.8, 1.8, 50))
    axes.contour(x, y, x * x + 3 * y * y, [1, 3, 6, 9], colors=ink["faint"])
    path = (-1.8, 1.5) * np.array([0.8, 0.4]) ** np.arange(13)[:, None]
    axes.plot(*path.T, "o-", color=ink["blue"], ms=6)
    axes.plot(0, 0, "*", ms=14, color=ink["orange"])
    back = {"facecolor": ink["back"], "edgecolor": "none", "pad": 1}
    write(axes, ink["blue"], (-0.85, 1.55, "start (-1.8, 1.5)"), bbox=back)
    write(axes, ink["orange"], (0.8, -0.3, "lowest point"), bbox=back)
    axes.set(xticks=[-2, -1, 0, 1, 2], yticks=[-1, 0, 1], aspect="equal")
    return axes


def jumps(ink):
    """x^2 from 5: a small rate goes down, a rate of 1.1 jumps up."""
    axes = plot(ink)
    curve = np.linspace(-9.3, 9.3, 90)
    axes.plot(curve, curve ** 2, color=ink["faint"])
    for rate, style, colour in ((0.1, "o-", "blue"), (1.1, "s--", "orange")):
        x = 5 * (1 - 2 * rate) ** np.arange(5 if rate < 1 else 4)
        axes.plot(x, x * x, style, color=ink[colour], ms=7)
    write(axes, ink["blue"], (-0.7, 15, "rate 0.1:\ndown"), (7, 22, "start"))
    write(axes, ink["orange"], (-7.4, 33, "-6"), (8.6, 49, "7.2"),
          (0, 78, "rate 1.1:\njumps higher\nand higher"), (-7, 80, "-8.64"))
    axes.set(xlim=(-9.9, 9.9), ylim=(-2, 90), yticks=[0, 25, 50, 75])
    return axes


def strips(ink):
    """Two trapezoids under x^2 from 0 to 2."""
    axes = plot(ink)
    x, points = np.linspace(0, 2, 50), np.arange(3)
    axes.fill_between(points, points ** 2, color=ink["orange area"])
    axes.vlines(points, 0, points ** 2, color=ink["text"], lw=1.5)
    axes.plot(points, points ** 2, "o--", color=ink["orange"], ms=8)
    axes.plot(x, x * x, color=ink["blue"], lw=2.5)
    write(axes, ink["text"], (0.82, 0.22, "0.5"), (1.66, 0.8, "2.5"))
    write(axes, ink["orange"], (0.5, 3.2, "strips: 3.0"))
    write(axes, ink["blue"], (0.5, 2.6, "curve: 2.6667"))
    axes.set(xlim=(-0.05, 2.1), ylim=(0, 4.2), xticks=points, yticks=[1, 4])
    return axes


def pole(ink):
    """Strips under 1/x, each half as wide as the last one, all alike."""
    axes = plot(ink)
    x = np.linspace(0.09, 1.06, 200)
    axes.plot(x, 1 / x, color=ink["text"], lw=2.5)
    for right, colour in ((1, "blue"), (0.5, "orange"), (0.25, "blue")):
        part = np.linspace(right / 2, right, 40)
        axes.fill_between(part, 1 / part, color=ink[f"{colour} area"])
    write(axes, ink["text"], (0.75, 0.55, "0.693"), (0.375, 0.95, "0.693"),
          (0.62, 8.6, "1/x grows without end:\nmore and more strips,\n"
           "each has 0.693"))
    write(axes, ink["text"], (0.19, 2.2, "0.693"), rotation=90)
    axes.set(xlim=(0, 1.06), ylim=(0, 11), yticks=[1, 2, 4, 8])
    axes.set_xticks([0, 1 / 4, 1 / 2, 1], ["0", "1/4", "1/2", "1"])
    return axes


def slices(ink):
    """Over each y, the slice of 2xy from x = 0 to 1 is a triangle."""
    axes = canvas(ink, (-0.6, 10.2, -1.1, 5.2), 2.7)
    axes.add_patch(Polygon([(0, 0), (2.5, 0), (9.1, 1.4), (6.6, 1.4)],
                           fill=False, edgecolor=ink["faint"], lw=1.5))
    for y, colour in ((1, "blue"), (1.5, "orange"), (2, "blue")):
        x, z = 6.6 * (y - 1), 1.4 * (y - 1)
        axes.add_patch(Polygon(
            [(x, z), (x + 2.5, z), (x + 2.5, z + 1.8 * y)], lw=2,
            edgecolor=ink[colour], facecolor=ink[f"{colour} area"]))
        write(axes, ink["text"], (x + 2.75, z + 0.9 * y, f"{2 * y:g}"),
              (x + 1.75, z + 0.45, f"{y:g}"), (x + 1.25, z - 0.7, f"y = {y}"))
    write(axes, ink["text"], (2.2, 4.2, "inside: area\nbeside: height"))
    return axes


def draw(folder):
    """Write every picture of the lesson in both versions into folder."""
    for picture in (machine, secants, growth, chain, cuts, valley, jumps,
                    strips, pole, slices):
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
