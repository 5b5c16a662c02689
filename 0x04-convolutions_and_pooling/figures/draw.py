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
DOOR = np.array([[0, 0, 9, 9]] * 4)
PIXELS = np.array([[1, 2, 0], [3, 1, 4], [0, 5, 2]])
KERNEL = np.array([[1, 0], [2, 3]])
EDGE = np.array([[-1, 0, 1]] * 3)
PLUS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]])
RAIN = np.array([4, 1, 3, 0, 2])
SHEETS = np.array([[[1, 2], [3, 4]], [[0, 1], [1, 0]]])
TENS = np.array([[[1, 1], [1, 1]], [[10, 10], [10, 10]]])
CORNER = np.array([[[1, 0], [0, 0]], [[0, 5], [0, 0]]])
BLOCKS = np.array([[1, 3, 2, 0], [5, 4, 1, 1], [0, 2, 8, 6], [1, 1, 7, 3]])


def canvas(ink, sides, height):
    """Make an empty picture without axes, one unit equally long both ways."""
    figure = Figure(figsize=(4.5, height), facecolor=ink["back"])
    axes = figure.add_axes((0.01, 0.01, 0.98, 0.98), aspect="equal")
    axes.axis(sides)
    axes.axis("off")
    return axes


def write(axes, colour, *texts, **options):
    """Write texts, each with its middle at (x, y)."""
    for x, y, text in texts:
        axes.text(x, y, text, **{"color": colour, "ha": "center",
                                 "va": "center"} | options)


def arrow(axes, colour, start, end):
    """Draw an arrow from start to end, both (x, y)."""
    axes.annotate("", end, start, arrowprops={
        "arrowstyle": "-|>", "lw": 1.8, "color": colour, "shrinkA": 0,
        "shrinkB": 0})


def grid(axes, ink, numbers, corner, areas=None, width=1.0):
    """Draw boxes from the top left corner; areas: (row, column) -> colour."""
    for (row, column), number in np.ndenumerate(np.asarray(numbers)):
        x, y = corner[0] + column * width, corner[1] - row - 1
        colour = ink[(areas or {}).get((row, column), "back")]
        axes.add_patch(Rectangle((x, y), width, 1, lw=1, facecolor=colour,
                                 edgecolor=ink["text"]))
        write(axes, ink["text"], (x + width / 2, y + 0.5, f"{number:g}"))


def greys(axes, ink, numbers, corner):
    """Draw pixels from the top left corner, each as bright as its number."""
    for (row, column), number in np.ndenumerate(np.asarray(numbers)):
        x, y = corner[0] + column, corner[1] - row - 1
        shade = 0.25 + 0.75 * number / max(1, np.max(numbers))
        axes.add_patch(Rectangle((x, y), 1, 1, lw=1, facecolor=str(shade),
                                 edgecolor=ink["faint"]))
        # Black on bright pixels and white on dark ones, in both versions.
        write(axes, "white" if shade < 0.5 else "black",
              (x + 0.5, y + 0.5, f"{number:g}"))


def frame(axes, colour, corner, size, **options):
    """Draw a thick frame from its top left corner, size (rows, columns)."""
    axes.add_patch(Rectangle((corner[0], corner[1] - size[0]), size[1],
                             size[0], fill=False, edgecolor=colour,
                             **{"lw": 4, "joinstyle": "miter"} | options))


def slide(image, kernel):
    """Convolve one grey image; the result comes as a list of rows."""
    rows, columns = np.subtract(image.shape, kernel.shape) + 1
    return [[np.sum(image[y:y + len(kernel), x:x + kernel.shape[1]] * kernel)
             for x in range(columns)] for y in range(rows)]


def pixels(ink):
    """A grey image with its numbers, and a batch of such images."""
    axes = canvas(ink, (-1.1, 10.4, -5.0, 1.1), 2.4)
    greys(axes, ink, DOOR, (0, 0))
    frame(axes, ink["orange"], (2, -1), (1, 1))
    arrow(axes, ink["blue"], (-0.35, 0), (-0.35, -4))
    arrow(axes, ink["blue"], (0, 0.3), (4, 0.3))
    write(axes, ink["blue"], (2, 0.75, "w: columns"))
    write(axes, ink["blue"], (-0.8, -2, "h: rows"), rotation=90)
    write(axes, ink["orange"], (2, -4.6, "row 1, column 2: 9"))
    for step in (1.5, 1.0, 0.5, 0.0):
        axes.add_patch(Rectangle((6 + step, -3.6 + step), 2.4, 2.4, lw=1.5,
                                 facecolor=ink["blue area"],
                                 edgecolor=ink["text"]))
    arrow(axes, ink["text"], (5.8, -1.1), (7.3, 0.4))
    write(axes, ink["text"], (6.1, 0.1, "m"), (7.2, -2.4, "h, w"),
          (8.0, -4.6, "(m, h, w)"))
    return axes


def window(ink):
    """Image, kernel and result; the first window and its sum are marked."""
    axes = canvas(ink, (-0.2, 9.9, -3.8, 1.0), 2.2)
    greys(axes, ink, PIXELS, (0, 0))
    frame(axes, ink["orange"], (0, 0), (2, 2))
    grid(axes, ink, KERNEL, (4.2, -0.5),
         dict.fromkeys(np.ndindex(2, 2), "blue area"))
    grid(axes, ink, slide(PIXELS, KERNEL), (7.6, -0.5),
         {(0, 0): "orange area"})
    frame(axes, ink["orange"], (7.6, -0.5), (1, 1))
    write(axes, ink["text"], (1.5, 0.5, "image"), (5.2, 0.5, "kernel"),
          (8.6, 0.5, "result"), (3.6, -1.5, "*"), (6.9, -1.5, "="),
          (4.9, -3.45, "1 * 1 + 2 * 0 + 3 * 2 + 1 * 3 = 10"))
    return axes


def edges(ink):
    """A dark door beside a white wall, and the kernel right minus left."""
    axes = canvas(ink, (-0.2, 12.5, -5.1, 1.0), 2.2)
    greys(axes, ink, DOOR, (0, 0))
    frame(axes, ink["orange"], (0, 0), (3, 3))
    grid(axes, ink, EDGE, (5.4, -0.5),
         dict.fromkeys(np.ndindex(3, 3), "blue area"))
    grid(axes, ink, slide(DOOR, EDGE), (10.0, -1), {(0, 0): "orange area"})
    frame(axes, ink["orange"], (10.0, -1), (1, 1))
    write(axes, ink["text"], (2, 0.5, "image"), (6.9, 0.5, "kernel"),
          (11.0, 0.5, "result"), (4.7, -2, "*"), (9.2, -2, "="),
          (6.1, -4.7, "each row: 9 - 0 = 9, so 3 * 9 = 27"))
    return axes


def ring(ink):
    """The image of the window with one ring of zeros, and its result."""
    axes = canvas(ink, (-0.2, 13.2, -6.1, 1.0), 2.45)
    greys(axes, ink, np.pad(PIXELS, 1), (0, 0))
    frame(axes, ink["blue"], (1, -1), (3, 3), ls="--", lw=3)
    frame(axes, ink["orange"], (0, 0), (3, 3))
    grid(axes, ink, PLUS, (6.1, -1),
         dict.fromkeys(np.ndindex(3, 3), "blue area"))
    grid(axes, ink, slide(np.pad(PIXELS, 1), PLUS), (10.1, -1),
         {(0, 0): "orange area"})
    frame(axes, ink["orange"], (10.1, -1), (1, 1))
    write(axes, ink["text"], (2.5, 0.5, "image with zeros"),
          (7.6, -0.4, "kernel"), (11.6, -0.4, "result"), (5.55, -2.5, "*"),
          (9.6, -2.5, "="), (6.5, -5.7, "first window: 1 + 2 + 3 = 6"))
    return axes


def steps(ink):
    """Windows of 3 at stride 2: with zeros, and with a rest."""
    axes = canvas(ink, (-0.4, 9.6, -8.0, 0.9), 3.7)
    write(axes, ink["text"], (4.6, 0.5, "5 numbers, padding 1, stride 2"),
          (4.6, -4.2, "6 numbers, padding 0, stride 2"))
    for row, top, count in (([0, *RAIN, 0], 0, 3), ([*RAIN, 5], -4.7, 2)):
        ends = {(0, 0): "blue area", (0, 6): "blue area"}
        grid(axes, ink, [row], (0, top), ends if count == 3 else {})
        for place in range(count):
            x, y = 2 * place, top - 1.35 - 0.55 * place
            axes.plot([x + 0.1, x + 2.9], [y, y], lw=5, color=ink["orange"],
                      solid_capstyle="butt")
            write(axes, ink["orange"],
                  (x + 3.9, y, f"sum {sum(row[x:x + 3])}"))
    write(axes, ink["blue"], (8.3, -0.5, "2 zeros"))
    write(axes, ink["text"], (7.8, -5.2, "5 is left out"))
    return axes


def sheets(ink):
    """Two kernels of two sheets on an image of two sheets: 30 and 6."""
    axes = canvas(ink, (-0.2, 12.6, -7.7, 1.0), 3.1)
    write(axes, ink["text"], (3.3, 0.5, "image"), (6.7, 0.5, "kernel 0"),
          (10.7, 0.5, "kernel 1"), (0.9, -1, "channel\n0"),
          (0.9, -4, "channel\n1"), (0.9, -6.9, "sum"))
    greys(axes, ink, SHEETS[0], (2.3, 0))
    greys(axes, ink, SHEETS[1], (2.3, -3))
    for kernel, left, colour in ((TENS, 5.2, "blue"),
                                 (CORNER, 9.2, "orange")):
        areas = dict.fromkeys(np.ndindex(2, 2), f"{colour} area")
        grid(axes, ink, kernel[0], (left, 0), areas)
        grid(axes, ink, kernel[1], (left, -3), areas)
        one, two = np.sum(SHEETS * kernel, (1, 2)).tolist()
        x = left + 2.65
        write(axes, ink[colour], (x, -1, one), (x, -2.5, "+"), (x, -4, two),
              (x, -5.7, "="), (x, -6.9, one + two))
        frame(axes, ink[colour], (x - 0.5, -6.4), (1, 1), lw=3)
    return axes


def blocks(ink):
    """Four blocks of 2 by 2 pixels, their largest values and means."""
    axes = canvas(ink, (-0.2, 12.4, -4.3, 1.0), 2.0)
    greys(axes, ink, BLOCKS, (0, 0))
    parts = BLOCKS.reshape(2, 2, 2, 2)
    for left, title, values in ((5.7, "max", parts.max((1, 3))),
                                (9.2, "mean", parts.mean((1, 3)))):
        grid(axes, ink, values, (left, -1), {(0, 0): "orange area"}, 1.5)
        frame(axes, ink["orange"], (left, -1), (1, 1.5))
        write(axes, ink["text"], (left + 1.5, 0.5, title))
    for corner in ((2, 0), (0, -2), (2, -2)):
        frame(axes, ink["blue"], corner, (2, 2), lw=3)
    frame(axes, ink["orange"], (0, 0), (2, 2))
    arrow(axes, ink["text"], (4.2, -2), (5.4, -2))
    write(axes, ink["text"], (2, 0.5, "image"))
    return axes


def draw(folder):
    """Write every picture of the lesson in both versions into folder."""
    for picture in (pixels, window, edges, ring, steps, sheets, blocks):
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
