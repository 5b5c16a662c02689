"""Draw the decay of two elements as two lines with a legend."""

import numpy as np

KIND = "figure"
ENTRY = "two"
COMPARE = ["lines", "line_colours", "line_styles", "xlim", "ylim", "xlabel",
           "ylabel", "title", "legend", "legend_place"]


def _curves():
    x = np.arange(0, 21000, 1000)
    r = np.log(0.5)
    return x, np.exp((r / 5730) * x), np.exp((r / 1600) * x)


def _draw(plt, first="r--", second="g-", names=("C-14", "Ra-226")):
    x, y1, y2 = _curves()
    plt.plot(x, y1, first, label=names[0])
    plt.plot(x, y2, second, label=names[1])
    plt.legend(loc="upper right")


def _frame(plt, title="Exponential Decay of Radioactive Elements",
           limits=True):
    if limits:
        plt.xlim(0, 20000)
        plt.ylim(0, 1)
    plt.xlabel("Time (years)")
    plt.ylabel("Fraction Remaining")
    plt.title(title)


def oracle(plt):
    _draw(plt)
    _frame(plt)


def mistake_no_limits(plt):
    """The task names limits for both axes: 0 to 20000 and 0 to 1."""
    _draw(plt)
    _frame(plt, limits=False)


def mistake_names_swapped(plt):
    """Check which name stands beside which line in your legend."""
    _draw(plt, names=("Ra-226", "C-14"))
    _frame(plt)


def mistake_strokes_swapped(plt):
    """The first curve, of C-14, is dashed red; the second is solid green."""
    _draw(plt, "g-", "r--")
    _frame(plt)


def mistake_both_solid(plt):
    """Both curves are solid; the first one must be dashed: `'r--'`."""
    _draw(plt, "r-")
    _frame(plt)


def mistake_defaults(plt):
    """First curve dashed red, second solid green: give both to `plot`."""
    _draw(plt, "", "")
    _frame(plt)


def mistake_dotted(plt):
    """The first curve is dashed, `'r--'`; `':'` makes dots."""
    _draw(plt, "r:")
    _frame(plt)


def mistake_both_dashed(plt):
    """Only the first curve is dashed; the second one is solid: `'g-'`."""
    _draw(plt, "r--", "g--")
    _frame(plt)


def mistake_c14(plt):
    """Check the legend letter by letter: both names have a hyphen."""
    _draw(plt, names=("C14", "Ra226"))
    _frame(plt)


def mistake_c14_only(plt):
    """Check the legend letter by letter: `C-14` has a hyphen."""
    _draw(plt, names=("C14", "Ra-226"))
    _frame(plt)


def mistake_ra266(plt):
    """Check the legend letter by letter: radium has the number 226."""
    _draw(plt, names=("C-14", "Ra-266"))
    _frame(plt)


def mistake_title_of_task_before(plt):
    """The title speaks of both elements; this one has only carbon."""
    _draw(plt)
    _frame(plt, "Exponential Decay of C-14")


def mistake_no_legend(plt):
    """`label=` alone shows nothing: call `plt.legend` after the lines."""
    x, y1, y2 = _curves()
    plt.plot(x, y1, "r--", x, y2, "g-")
    _frame(plt)


def mistake_legend_left(plt):
    """The legend must stand in the upper right corner: `loc` sets its place.
    """
    _draw(plt)
    plt.legend(loc="lower left")
    _frame(plt)


def mistake_words_of_title(plt):
    """Copy the title letter by letter: `Radioactive` is one word."""
    _draw(plt)
    _frame(plt, "Exponential Decay of Radio Active Elements")


def mistake_first_curve_only(plt):
    """One curve is missing: the task asks for two, y1 and y2."""
    x, y1, _ = _curves()
    plt.plot(x, y1, "r--", label="C-14")
    plt.plot([], [], "g-", label="Ra-226")
    plt.legend(loc="upper right")
    _frame(plt)


EQUIVALENT_MUTANTS = {
    "x = np.arange(0, 21000, 1000) => x = np.arange(0, 20999, 1000)":
        "The range has the same numbers.",
    "t1 = 5730 => t1 = 5731":
        "One year is within the tolerance of the data.",
    "t1 = 5730 => t1 = 5729":
        "One year is within the tolerance of the data.",
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
    "plt.xlim(0, 20000) => plt.xlim(1, 20000)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(-1, 20000)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(0, 20001)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(0, 19999)":
        "1 year is within the tolerance of the limits.",
    'plt.legend(loc="upper right") => plt.legend()':
        "The free place is the upper right one.",
}
