"""Draw the cubes of 0 to 10 as a solid red line over exactly 0..10."""

import numpy as np

KIND = "figure"
ENTRY = "line"
COMPARE = ["lines", "line_colours", "line_styles", "xlim"]


def _draw(plt, form="r-", end=11, power=3):
    y = np.arange(0, end) ** power
    plt.plot(np.arange(len(y)), y, form)
    plt.xlim(0, 10)


def oracle(plt):
    _draw(plt)


def mistake_no_limits(plt):
    """The x-axis must start at 0 and stop at 10: use `plt.xlim`."""
    plt.plot(np.arange(0, 11) ** 3, "r-")


def mistake_limits_without_data(plt):
    """Set the limits of the plot that shows the line, after `plt.figure`."""
    plt.plot(np.arange(0, 11) ** 3, "r-")
    plt.xlim(0, 1)


def mistake_short_data(plt):
    """Your line has too few points: x needs as many values as y, and y is
    given.
    """
    _draw(plt, end=10)


def mistake_x_starts_at_one(plt):
    """The first y belongs to x = 0: without an x, `plot` counts from 0."""
    plt.plot(np.arange(1, 12), np.arange(0, 11) ** 3, "r-")
    plt.xlim(0, 10)


def mistake_squares(plt):
    """Plot the given y: it is the third power, not the second."""
    _draw(plt, power=2)


def mistake_dashed(plt):
    """The line is dashed; the task asks for a solid one."""
    _draw(plt, "r--")


def mistake_default_colour(plt):
    """Without a colour the line is blue: give `'r'` to `plot`."""
    _draw(plt, "-")


def mistake_points_only(plt):
    """You drew single points; join them with the form `'r-'`."""
    _draw(plt, "ro")


EQUIVALENT_MUTANTS = {
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
}
