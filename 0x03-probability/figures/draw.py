"""Draw the pictures of the lesson, each in a light and a dark version.

Run `python3 draw.py [FOLDER]`; without a folder they go beside this file. All
numbers are those of the lesson; the same numbers give the same bytes.
"""

import sys
from itertools import product
from math import erf, exp, factorial, pi
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


def canvas(ink, sides, height):
    """Make an empty picture without axes, one unit equally long both ways."""
    figure = Figure(figsize=(4.5, height), facecolor=ink["back"])
    axes = figure.add_axes((0.01, 0.01, 0.98, 0.98), aspect="equal")
    axes.axis(sides)
    axes.axis("off")
    return axes


def plot(ink, place=(0.1, 0.17, 0.87, 0.8), figure=None):
    """Make axes with two spines in the colours of the text."""
    figure = figure or Figure(figsize=(4.5, 3.2), facecolor=ink["back"])
    axes = figure.add_axes(place, facecolor=ink["back"])
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[:].set_color(ink["faint"])
    axes.tick_params(colors=ink["text"])
    axes.xaxis.label.set_color(ink["text"])
    return axes


def write(axes, colour, *texts, **options):
    """Write texts, each with its middle at (x, y)."""
    for x, y, text in texts:
        axes.text(x, y, text, **{"color": colour, "ha": "center",
                                 "va": "center"} | options)


def box(axes, ink, corner, size, colour="back", **options):
    """Draw a box from its lower left corner."""
    axes.add_patch(Rectangle(corner, *size, facecolor=ink[colour], **{
        "edgecolor": ink["text"], "lw": 1.5} | options))


def dots(ink):
    """Waiting times on a beam that balances at the mean."""
    axes = canvas(ink, (-0.4, 11.6, -2.2, 2.9), 1.95)
    minutes = np.array([2, 4, 4, 10])
    axes.plot([0.8, 11.2], [0, 0], color=ink["text"], lw=2.5)
    for x, y in ((2, 0.45), (4, 0.45), (4, 1.25), (10, 0.45)):
        axes.plot(x, y, "o", ms=15, color=ink["text"])
        write(axes, ink["faint"], (x, -0.5, str(x)))
    mean, median = minutes.mean(), np.median(minutes)
    axes.plot(mean, -0.55, "^", ms=20, color=ink["blue"])
    axes.plot([median] * 2, [0, 2.0], "--", color=ink["orange"])
    write(axes, ink["blue"], (mean + 1.3, -1.6, f"mean {mean:g}"))
    write(axes, ink["orange"], (median, 2.4, f"median {median:g}"))
    write(axes, ink["text"], (10, -1.3, "minutes"))
    return axes


def tree(ink):
    """100 people, parted by football and by shoes."""
    axes = canvas(ink, (-0.2, 12.2, -0.3, 7.5), 2.9)
    boxes = {(6, 6): "100\npeople", (3, 3.2): "20\nplay",
             (9, 3.2): "80\ndo not", (1.4, 0.4): "15\nshoes",
             (4.6, 0.4): "5\nnone", (7.4, 0.4): "10\nshoes",
             (10.6, 0.4): "70\nnone"}
    for (x, y), children in {(6, 6): (3, 9), (3, 3.2): (1.4, 4.6),
                             (9, 3.2): (7.4, 10.6)}.items():
        for child in children:
            axes.plot([x, child], [y - 0.5, y - 1.6], color=ink["faint"])
    for (x, y), text in boxes.items():
        shoes = "shoes" in text
        box(axes, ink, (x - 1.2, y - 0.5), (2.4, 1.7),
            "orange area" if shoes else "back", ls="-" if shoes else ":")
        write(axes, ink["text"], (x, y + 0.35, text))
    return axes


def goals(ink):
    """Poisson bars with mean 2; at most 2 goals are marked."""
    axes = plot(ink)
    counts = range(8)
    bars = [exp(-2) * 2 ** k / factorial(k) for k in counts]
    axes.bar(counts, bars, 0.8, edgecolor=ink["text"], lw=1.5,
             color=[ink["orange area" if k < 3 else "back"] for k in counts])
    for k in (0, 1, 2):
        write(axes, ink["text"], (k, 0.065, f"{bars[k]:.4f}"), rotation=90)
    write(axes, ink["orange"],
          (5.2, 0.22, f"at most 2 goals:\n{sum(bars[:3]):.4f}"))
    axes.set(xticks=counts, yticks=[0, 0.1, 0.2], ylim=(0, 0.31),
             xlabel="goals in a match")
    return axes


def waiting(ink):
    """The falling density of waiting, with the area up to 2 minutes."""
    axes = plot(ink)
    x, short = np.linspace(0, 8, 100), np.linspace(0, 2, 40)
    axes.fill_between(short, 0.5 * np.exp(-0.5 * short),
                      color=ink["blue area"])
    axes.plot(x, 0.5 * np.exp(-0.5 * x), color=ink["blue"], lw=2.5)
    axes.plot(0, 0.5, "o", ms=9, color=ink["blue"], clip_on=False)
    write(axes, ink["text"], (0.85, 0.13, f"area\n{1 - exp(-1):.4f}"))
    write(axes, ink["blue"], (4.6, 0.32, "density,\n0.5 at the start"))
    axes.set(xlim=(0, 8), ylim=(0, 0.55), yticks=[0, 0.5],
             xticks=[0, 2, 4, 6, 8], xlabel="minutes of waiting")
    return axes


def bell(ink):
    """Above the bell with its areas, below the cut series and the truth."""
    figure = Figure(figsize=(4.5, 5.2), facecolor=ink["back"])
    axes = plot(ink, (0.05, 0.6, 0.9, 0.38), figure)
    z = np.linspace(-3, 3, 61)
    height = np.exp(-z * z / 2) / (2 * pi) ** 0.5
    for width, colour in ((2, "orange area"), (1, "blue area")):
        inside = abs(z) <= width + 1e-9
        axes.fill_between(z[inside], height[inside], color=ink[colour])
    axes.plot(z, height, color=ink["text"], lw=2.5)
    write(axes, ink["text"], (0, 0.15, f"{erf(0.5 ** 0.5):.0%}"))
    write(axes, ink["orange"], (2.1, 0.3, f"both areas:\n{erf(2**0.5):.0%}"))
    axes.set(ylim=(0, 0.42), yticks=[], xlabel="cm")
    axes.set_xticks(range(-2, 3), [f"{170 + 8 * k}" for k in range(-2, 3)])
    series(ink, plot(ink, (0.11, 0.11, 0.84, 0.36), figure))
    return axes


def series(ink, axes):
    """The cdf with erf cut after five terms, and the true one."""
    z = np.linspace(-3, 3, 61)
    t = z / 2 ** 0.5
    terms = t - t**3 / 3 + t**5 / 10 - t**7 / 42 + t**9 / 216
    axes.plot(z, [(1 + erf(value)) / 2 for value in t], color=ink["blue"])
    axes.plot(z, 0.5 + terms / pi ** 0.5, "--", color=ink["orange"])
    write(axes, ink["orange"], (1.6, 1.75, "series"))
    write(axes, ink["blue"], (1.5, 0.55, "true cdf"))
    axes.set(ylim=(-1.1, 2.1), yticks=[-1, 0, 1, 2], xlabel="z-score")
    axes.axhline(1, color=ink["faint"], lw=1, ls=":")
    axes.axhline(0, color=ink["faint"], lw=1, ls=":")


def coins(ink):
    """The 8 orders of 3 coins, one box each, by number of heads."""
    axes = canvas(ink, (-1.1, 8.1, -1.5, 4.2), 2.9)
    filled = [0] * 4
    for order in product("HT", repeat=3):
        k = order.count("H")
        box(axes, ink, (2 * k - 0.85, filled[k]), (1.7, 0.9),
            "blue area" if k % 2 else "orange area")
        write(axes, ink["text"], (2 * k, filled[k] + 0.45, "".join(order)))
        filled[k] += 1
    for k, high in enumerate(filled):
        write(axes, ink["text"], (2 * k, high + 0.35, f"{high}/8"))
        write(axes, ink["text"], (2 * k, -0.45, str(k)))
    write(axes, ink["text"], (3, -1.15, "number of heads"))
    return axes


def cloud(ink):
    """A tilted cloud and the ellipse at 2 deviations."""
    axes = plot(ink, (0.1, 0.1, 0.87, 0.87))
    half = np.linalg.cholesky(np.array([[4, 3], [3, 9]]))
    points = half @ np.random.default_rng(0).normal(0, 1, (2, 120))
    angle = np.linspace(0, 2 * pi, 100)
    axes.plot(*points, "o", ms=4, color=ink["blue"])
    axes.plot(*(half @ [2 * np.cos(angle), 2 * np.sin(angle)]), "--",
              color=ink["orange"], lw=2.5)
    axes.plot(0, 0, "s", ms=9, color=ink["orange"])
    write(axes, ink["orange"], (4.2, -6.8, "correlation 0.5\nsquare: mean"))
    axes.set(xlim=(-6.5, 6.5), ylim=(-9, 9), xticks=[-4, -2, 0, 2, 4],
             yticks=[-6, -3, 0, 3, 6])
    return axes


def people(ink):
    """10,000 people as an area, and those with a positive test."""
    axes = canvas(ink, (-3.0, 103.0, -41, 49), 3.75)
    box(axes, ink, (1, 0), (99, 40), "orange area")
    box(axes, ink, (0, 0), (1, 40), "blue", edgecolor=ink["blue"])
    # 10 % of the height: the area of the false alarms, true to scale.
    box(axes, ink, (1, 0), (99, 4), "orange area", hatch="///")
    write(axes, ink["text"], (52, 24, "9,900 healthy"))
    write(axes, ink["blue"], (0, 45, "100 ill"), ha="left")
    write(axes, ink["text"], (70, 9, "990 false alarms"))
    share = 100 * 95 / (95 + 990)
    box(axes, ink, (0, -30), (share, 14), "blue area")
    box(axes, ink, (share, -30), (100 - share, 14), "orange area",
        hatch="///")
    write(axes, ink["text"], (50, -10, "1,085 positive tests:"))
    write(axes, ink["blue"], (0, -36, "95 ill"), ha="left")
    write(axes, ink["orange"], (70, -36, "990 healthy"))
    return axes


def belief(ink):
    """The uniform prior and the belief after 1 success of 2."""
    axes = plot(ink, (0.1, 0.17, 0.85, 0.8))
    p, middle = np.linspace(0, 1, 80), np.linspace(0.4, 0.6, 20)
    axes.fill_between(middle, 6 * middle * (1 - middle),
                      color=ink["blue area"])
    axes.plot(p, 6 * p * (1 - p), color=ink["blue"], lw=2.5)
    axes.plot([0, 1], [1, 1], "--", color=ink["orange"])
    write(axes, ink["text"], (0.5, 0.5, "0.296"))
    write(axes, ink["orange"], (0.9, 1.12, "prior"))
    write(axes, ink["blue"], (0.16, 1.5, "posterior"))
    axes.set(xlim=(0, 1), ylim=(0, 1.7), yticks=[0, 0.5, 1, 1.5],
             xticks=[0, 0.2, 0.4, 0.6, 0.8, 1], xlabel="p")
    return axes


def draw(folder):
    """Write every picture of the lesson in both versions into folder."""
    for picture in (dots, tree, goals, waiting, bell, coins, cloud, people,
                    belief):
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
