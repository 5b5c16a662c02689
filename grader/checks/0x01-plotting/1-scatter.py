"""Draw heights and weights of 2000 men as magenta points."""

import numpy as np

KIND = "figure"
ENTRY = "scatter"
COMPARE = ["points", "point_colours", "xlabel", "ylabel", "title"]


def _men():
    np.random.seed(5)
    x, y = np.random.multivariate_normal(
        [69, 0], [[15, 8], [8, 15]], 2000).T
    return x, y + 180


def _name(plt, x="Height (in)", y="Weight (lbs)",
          title="Men's Height vs Weight"):
    plt.xlabel(x)
    plt.ylabel(y)
    plt.title(title)


def oracle(plt):
    plt.scatter(*_men(), color="m")
    _name(plt)


def mistake_labels_swapped(plt):
    """Height is on the x-axis: check which label you gave to which axis."""
    plt.scatter(*_men(), color="m")
    _name(plt, "Weight (lbs)", "Height (in)")


def mistake_purple(plt):
    """Magenta is `'m'` or `'magenta'`; purple is another colour."""
    plt.scatter(*_men(), color="purple")
    _name(plt)


def mistake_default_colour(plt):
    """Without a colour the points are blue: give `c='m'` to `scatter`."""
    plt.scatter(*_men())
    _name(plt)


def mistake_joined(plt):
    """`plot` joins the points by a line: use `scatter`, or the form `'mo'`."""
    plt.plot(*_men(), "m")
    _name(plt)


def mistake_axes_swapped(plt):
    """x and y are swapped: the height comes first, then the weight."""
    x, y = _men()
    plt.scatter(y, x, color="m")
    _name(plt)


def mistake_not_shifted(plt):
    """The weights lack the 180 pounds that the task adds to y."""
    x, y = _men()
    plt.scatter(x, y - 180, color="m")
    _name(plt)


def mistake_other_seed(plt):
    """These are other random numbers: the seed must be 5, set right before
    them.
    """
    np.random.seed(0)
    x, y = np.random.multivariate_normal(
        [69, 0], [[15, 8], [8, 15]], 2000).T
    plt.scatter(x, y + 180, color="m")
    _name(plt)


def mistake_vs_with_dot(plt):
    """Copy the title letter by letter: `vs` has no dot."""
    plt.scatter(*_men(), color="m")
    _name(plt, title="Men's Height vs. Weight")


EQUIVALENT_MUTANTS = {
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
}
