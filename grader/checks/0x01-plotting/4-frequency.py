"""Draw the grades of a class as a histogram with bins of ten."""

import numpy as np

KIND = "figure"
ENTRY = "frequency"
COMPARE = ["bars", "bar_edges", "xlabel", "ylabel", "title"]
REMARKS = {
    "xlim": "The limits are free here. A reader sees the whole scale of "
            "grades with `plt.xlim(0, 100)`.",
    "ylim": "The limits are free here. `plt.ylim(0, 30)` leaves some room "
            "above the bars.",
    "xticks": "The ticks are free here. One at every tenth grade stands at "
              "each edge of a bar.",
}


def _grades():
    np.random.seed(5)
    return np.random.normal(68, 15, 50)


def _frame(plt, x="Grades", y="Number of Students", title="Project A"):
    plt.xlabel(x)
    plt.ylabel(y)
    plt.title(title)
    plt.xlim(0, 100)
    plt.ylim(0, 30)
    plt.xticks(range(0, 101, 10))


def _students(boxes):
    """Number of students by the middle of each bin that has some."""
    middles = np.round(boxes[:, 0] + boxes[:, 2] / 2, 3)
    return {middle: height for middle, height in zip(
        middles.tolist(), boxes[:, 3].tolist()) if height}


def oracle(plt):
    plt.hist(_grades(), range(0, 101, 10), edgecolor="black")
    _frame(plt)


def same_bars(expected, got):
    """Empty bins are free, the one above 100 too, and gaps between bars."""
    students = _students(got)
    if students.get(105.0) == 1:
        del students[105.0]
    return (students == _students(expected)
            and bool((got[:, 1] == 0).all() and (got[:, 2] <= 10.001).all()))


def mistake_ten_bins(plt):
    """`bins=10` is a number of bins: give the bin edges, 0, 10, 20 ... 100."""
    plt.hist(_grades(), bins=10, edgecolor="black")
    _frame(plt)


def mistake_default_bins_to_100(plt):
    """Give the bin edges, multiples of 10, instead of a number of bins."""
    plt.hist(_grades(), bins=6, edgecolor="black")
    _frame(plt)


def mistake_edges_from_smallest(plt):
    """Bins begin at multiples of 10, not at the smallest grade."""
    grades = _grades()
    plt.hist(grades, np.arange(min(grades), 101, 10), edgecolor="black")
    _frame(plt)


def mistake_last_bin_missing(plt):
    """`range` leaves out its end: go to 101."""
    plt.hist(_grades(), range(0, 100, 10), edgecolor="black")
    _frame(plt)


def mistake_bins_of_five(plt):
    """Your bins are too narrow: each bin is 10 grades wide."""
    plt.hist(_grades(), range(0, 101, 5), edgecolor="black")
    _frame(plt)


def mistake_densities(plt):
    """The bars must show counts: leave out `density=True`."""
    plt.hist(_grades(), range(0, 101, 10), edgecolor="black", density=True)
    _frame(plt)


def mistake_no_outline(plt):
    """The bars have no outline: add `edgecolor='black'`."""
    plt.hist(_grades(), range(0, 101, 10))
    _frame(plt)


def mistake_white_outline(plt):
    """The outline of the bars must be black: `edgecolor='black'`."""
    plt.hist(_grades(), range(0, 101, 10), edgecolor="white")
    _frame(plt)


def mistake_other_seed(plt):
    """These are other random grades: the seed must be 5, set right before
    them.
    """
    np.random.seed(0)
    plt.hist(np.random.normal(68, 15, 50), range(0, 101, 10),
             edgecolor="black")
    _frame(plt)


def mistake_outline_of_steps(plt):
    """`histtype='step'` draws one outline; the task asks for bars."""
    plt.hist(_grades(), range(0, 101, 10), histtype="step", color="black")
    _frame(plt)


def mistake_labels_swapped(plt):
    """Grades are on the x-axis, numbers of students on the y-axis."""
    plt.hist(_grades(), range(0, 101, 10), edgecolor="black")
    _frame(plt, "Number of Students", "Grades")


def mistake_small_letters(plt):
    """Copy the three texts letter by letter, capital letters too."""
    plt.hist(_grades(), range(0, 101, 10), edgecolor="black")
    _frame(plt, "grades", "Number of students", "Project a")


EQUIVALENT_MUTANTS = {
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
    "bins = np.arange(0, 110, 10) => bins = np.arange(0, 111, 10)":
        "A bin above 100 is free.",
    "bins = np.arange(0, 110, 10) => bins = np.arange(0, 109, 10)":
        "The range has the same numbers.",
    "plt.xlim(0, 100) => *":
        "The picture has it, the task text does not ask for it.",
    "plt.ylim(0, 30) => *":
        "The picture has it, the task text does not ask for it.",
    "plt.xticks(bins) => *":
        "The picture has it, the task text does not ask for it.",
}
