"""Draw the five plots before on one figure."""

import numpy as np

KIND = "figure"
ENTRY = "all_in_one"
COMPARE = [
    "figure_title",
    "lines 1", "line_colours 1", "line_styles 1", "xlim 1", "layout 1",
    "points 2", "point_colours 2", "xlabel 2", "ylabel 2", "title 2",
    "text_sizes 2", "layout 2",
    "lines 3", "yscale 3", "xlim 3", "xlabel 3", "ylabel 3", "title 3",
    "text_sizes 3", "layout 3",
    "lines 4", "line_colours 4", "line_styles 4", "xlim 4", "ylim 4",
    "xlabel 4", "ylabel 4", "title 4", "legend 4", "legend_place 4",
    "text_sizes 4", "layout 4",
    "bars 5", "bar_edges 5", "xlabel 5", "ylabel 5", "title 5",
    "text_sizes 5", "layout 5",
]


_SMALL = {"fontsize": "x-small"}
_NAMES = (
    ("Height (in)", "Weight (lbs)", "Men's Height vs Weight"),
    ("Time (years)", "Fraction Remaining", "Exponential Decay of C-14"),
    ("Time (years)", "Fraction Remaining",
     "Exponential Decay of Radioactive Elements"),
    ("Grades", "Number of Students", "Project A"),
)


def _name(plt, names, size):
    plt.xlabel(names[0], **size)
    plt.ylabel(names[1], **size)
    plt.title(names[2], **size)


def _line(plt):
    plt.plot(np.arange(0, 11) ** 3, "r-")


def _scatter(plt):
    np.random.seed(5)
    x, y = np.random.multivariate_normal(
        [69, 0], [[15, 8], [8, 15]], 2000).T
    plt.scatter(x, y + 180, color="m")


def _change_scale(plt):
    x = np.arange(0, 28651, 5730)
    plt.plot(x, np.exp((np.log(0.5) / 5730) * x))
    plt.yscale("log")


def _two(plt):
    x = np.arange(0, 21000, 1000)
    plt.plot(x, np.exp((np.log(0.5) / 5730) * x), "r--", label="C-14")
    plt.plot(x, np.exp((np.log(0.5) / 1600) * x), "g-", label="Ra-226")


def _frequency(plt, bins=range(0, 101, 10)):
    np.random.seed(5)
    plt.hist(np.random.normal(68, 15, 50), bins, edgecolor="black")


def _ten_bins(plt):
    _frequency(plt, 10)


def _no_outline(plt):
    np.random.seed(5)
    plt.hist(np.random.normal(68, 15, 50), range(0, 101, 10))


def _seed_set_once(plt):
    np.random.seed(5)
    np.random.multivariate_normal([69, 0], [[15, 8], [8, 15]], 2000)
    plt.hist(np.random.normal(68, 15, 50), range(0, 101, 10),
             edgecolor="black")


def _draw(plt, limits=True, size=_SMALL, names=_NAMES, heading="All in One",
          last=(5, 6), grades=_frequency):
    plt.subplot(3, 2, 1)
    _line(plt)
    if limits:
        plt.xlim(0, 10)
    plt.subplot(3, 2, 2)
    _scatter(plt)
    _name(plt, names[0], size)
    plt.subplot(3, 2, 3)
    _change_scale(plt)
    if limits:
        plt.xlim(0, 28650)
    _name(plt, names[1], size)
    plt.subplot(3, 2, 4)
    _two(plt)
    plt.legend(loc="upper right")
    if limits:
        plt.xlim(0, 20000)
        plt.ylim(0, 1)
    _name(plt, names[2], size)
    plt.subplot(3, 2, last)
    grades(plt)
    _name(plt, names[3], size)
    if heading:
        plt.suptitle(heading)


def oracle(plt):
    _draw(plt)


def _students(boxes):
    """Number of students by the middle of each bin that has some."""
    middles = np.round(boxes[:, 0] + boxes[:, 2] / 2, 3)
    return {middle: height for middle, height in zip(
        middles.tolist(), boxes[:, 3].tolist()) if height}


def same_bars(expected, got):
    """Empty bins are free, the one above 100 too, and gaps between bars."""
    students = _students(got)
    if students.get(105.0) == 1:
        del students[105.0]
    return (students == _students(expected)
            and bool((got[:, 1] == 0).all() and (got[:, 2] <= 10.001).all()))


def mistake_no_limits(plt):
    """Each plot needs the limits of its own task again."""
    _draw(plt, limits=False)


def mistake_small_letter(plt):
    """The title of the whole figure is `All in One`, set with `suptitle`."""
    _draw(plt, heading="All in one")


def mistake_no_heading(plt):
    """The whole figure has the title `All in One`: use `suptitle`."""
    _draw(plt, heading="")


def mistake_default_sizes(plt):
    """Pass `fontsize='x-small'` to every label and title."""
    _draw(plt, size={})


def mistake_eight_points(plt):
    """Pass `fontsize='x-small'`; 8 points are more than that."""
    _draw(plt, size={"fontsize": 8})


def mistake_last_in_one_column(plt):
    """The histogram must fill the whole bottom row, both columns of it."""
    _draw(plt, last=5)


def mistake_spelling(plt):
    """Compare the texts with those of the plots before, letter by letter."""
    _draw(plt, names=(
        ("Height(in)", "Weight(lbs)", "Men's Height vs. Weight"),
        ("Time(years)", "Fraction remaining", "Exponetial Decay of C-14"),
        ("Time(years)", "Fraction remaining",
         "Exponential Decay of Radiactive Elements"),
        ("Grade", "Number of students", "Project a")))


def mistake_texts_missing(plt):
    """Every plot but the first has two labels and a title."""
    _draw(plt, names=(("", "", ""),) * 4)


def mistake_ten_bins(plt):
    """Give the bin edges again: 0, 10, 20 ... 100."""
    _draw(plt, grades=_ten_bins)


def mistake_no_outline(plt):
    """The bars need their black outline again: `edgecolor='black'`."""
    _draw(plt, grades=_no_outline)


def mistake_seed_set_once(plt):
    """Set the seed again before the grades, as the task does."""
    _draw(plt, grades=_seed_set_once)


EQUIVALENT_MUTANTS = {
    "x2 = np.arange(0, 28651, 5730) => x2 = np.arange(0, 28652, 5730)":
        "The range has the same numbers.",
    "t2 = 5730 => t2 = 5731":
        "One year is within the tolerance of the data.",
    "t2 = 5730 => t2 = 5729":
        "One year is within the tolerance of the data.",
    "x3 = np.arange(0, 21000, 1000) => x3 = np.arange(0, 20999, 1000)":
        "The range has the same numbers.",
    "t31 = 5730 => t31 = 5731":
        "One year is within the tolerance of the data.",
    "t31 = 5730 => t31 = 5729":
        "One year is within the tolerance of the data.",
    "fig = plt.figure() => fig = plt":
        "plt speaks to the same figure.",
    "plt.xlim(0, 28650) => plt.xlim(1, 28650)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 28650) => plt.xlim(-1, 28650)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 28650) => plt.xlim(0, 28651)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 28650) => plt.xlim(0, 28649)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(1, 20000)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(-1, 20000)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(0, 20001)":
        "1 year is within the tolerance of the limits.",
    "plt.xlim(0, 20000) => plt.xlim(0, 19999)":
        "1 year is within the tolerance of the limits.",
    'plt.legend(loc="upper right", fontsize="x-small") => '
    "plt.legend(fontsize='x-small')":
        "The free place is the upper right one.",
    'plt.legend(loc="upper right", fontsize="x-small") => '
    "plt.legend(loc='upper right')":
        "The size of the letters in the legend is free.",
    'plt.legend(loc="upper right", fontsize="x-small") => '
    "plt.legend(loc=\"upper right\", fontsize='small')":
        "The size of the letters in the legend is free.",
    'plt.legend(loc="upper right", fontsize="x-small") => '
    "plt.legend(loc=\"upper right\", fontsize='xx-small')":
        "The size of the letters in the legend is free.",
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
    "plt.subplots_adjust(wspace=0.3, hspace=1) => *":
        "The space between the plots is free.",
}
