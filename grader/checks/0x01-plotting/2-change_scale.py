"""Draw the decay of carbon-14 as a line over a logarithmic y axis."""

import numpy as np

KIND = "figure"
ENTRY = "change_scale"
COMPARE = ["lines", "yscale", "xscale", "xlim", "xlabel", "ylabel", "title"]


def _decay(plt, end=28651):
    x = np.arange(0, end, 5730)
    plt.plot(x, np.exp((np.log(0.5) / 5730) * x))


def _frame(plt, high=28650, scales=("linear", "log")):
    plt.xscale(scales[0])
    plt.yscale(scales[1])
    if high:
        plt.xlim(0, high)


def _name(plt, x="Time (years)", y="Fraction Remaining",
          title="Exponential Decay of C-14"):
    plt.xlabel(x)
    plt.ylabel(y)
    plt.title(title)


def oracle(plt):
    _decay(plt)
    _frame(plt)
    _name(plt)


def mistake_no_limits(plt):
    """Set the limits of x yourself, from 0 to 28650: plot adds a margin."""
    _decay(plt)
    _frame(plt, high=0)
    _name(plt)


def mistake_rounded_limit(plt):
    """The x-axis must stop at exactly 28650: five half-lives."""
    _decay(plt)
    _frame(plt, 28500)
    _name(plt)


def mistake_limit_of_six_lives(plt):
    """The x-axis must stop at 28650: five half-lives, not six."""
    _decay(plt)
    _frame(plt, 34380)
    _name(plt)


def mistake_scale_forgotten(plt):
    """The y-axis must be logarithmic: look up `yscale` in the lesson."""
    _decay(plt)
    _frame(plt, scales=("linear", "linear"))
    _name(plt)


def mistake_x_axis(plt):
    """Only the y-axis is logarithmic; the x-axis stays as it is."""
    _decay(plt)
    plt.xscale("log")
    plt.yscale("log")
    plt.autoscale(False)
    plt.xlim(0, 28650)
    _name(plt)


def mistake_logarithm_plotted(plt):
    """Plot y itself; the scale of the axis takes the logarithm."""
    x = np.arange(0, 28651, 5730)
    plt.plot(x, (np.log(0.5) / 5730) * x)
    _frame(plt)
    _name(plt)


def mistake_short_data(plt):
    """The last value is missing: `arange` leaves out its end."""
    _decay(plt, 28650)
    _frame(plt)
    _name(plt)


def mistake_no_blank(plt):
    """Copy the texts exactly, capital letters and blanks too."""
    _decay(plt)
    _frame(plt)
    _name(plt, "Time(years)", "Fraction remaining",
          "Exponential Decay of c-14")


def mistake_capital(plt):
    """The `years` of the x label have a small letter at the start."""
    _decay(plt)
    _frame(plt)
    _name(plt, "Time (Years)")


def mistake_labels_swapped(plt):
    """Time is on the x-axis: check which label you gave to which axis."""
    _decay(plt)
    _frame(plt)
    _name(plt, "Fraction Remaining", "Time (years)")


EQUIVALENT_MUTANTS = {
    "x = np.arange(0, 28651, 5730) => x = np.arange(0, 28652, 5730)":
        "The range has the same numbers.",
    "t = 5730 => t = 5731":
        "One year is within the tolerance of the data.",
    "t = 5730 => t = 5729":
        "One year is within the tolerance of the data.",
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
    "plt.xlim(0, 28650) => plt.xlim(1, 28650)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 28650) => plt.xlim(-1, 28650)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 28650) => plt.xlim(0, 28651)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 28650) => plt.xlim(0, 28649)":
        "1 year is within the tolerance of the limits.",
}
