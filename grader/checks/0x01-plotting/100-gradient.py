"""Draw the heights of a mountain as coloured points with a colour bar."""

import numpy as np

KIND = "figure"
ENTRY = "gradient"
COMPARE = ["points", "point_values", "xlabel", "ylabel", "title",
           "colour_bar"]


def _mountain():
    np.random.seed(5)
    x = np.random.randn(2000) * 10
    y = np.random.randn(2000) * 10
    z = np.random.rand(2000) + 40 - np.sqrt(np.square(x) + np.square(y))
    return x, y, z


def _name(plt, x="x coordinate (m)", y="y coordinate (m)",
          title="Mountain Elevation"):
    plt.xlabel(x)
    plt.ylabel(y)
    plt.title(title)


def _add_bar(plt, text="elevation (m)"):
    plt.colorbar().set_label(text)


def _draw(plt, bar="elevation (m)"):
    x, y, z = _mountain()
    plt.scatter(x, y, c=z)
    _add_bar(plt, bar)


def oracle(plt):
    _draw(plt)
    _name(plt)


def mistake_no_blank(plt):
    """Copy the four texts exactly; a blank stands before each bracket."""
    _draw(plt, "elevation(m)")
    _name(plt, "x coordinate(m)", "y coordinate(m)", "Mountain elevation")


def mistake_capital(plt):
    """Copy the four texts exactly: the colour bar's has small letters."""
    _draw(plt, "Elevation (m)")
    _name(plt, "X coordinate (m)", "Y coordinate (m)")


def mistake_labels_swapped(plt):
    """Check which label you gave to which axis."""
    _draw(plt)
    _name(plt, "y coordinate (m)", "x coordinate (m)")


def mistake_xlabel_twice(plt):
    """You set the x label twice: the second call should be `ylabel`."""
    _draw(plt)
    _name(plt, "y coordinate (m)", "")


def mistake_one_colour(plt):
    """Every point has its own colour: give z to `scatter`, `c=z`."""
    x, y, _ = _mountain()
    plt.scatter(x, y)
    _name(plt)


def mistake_coloured_by_x(plt):
    """The colours must follow z, the height; yours follow x."""
    x, y, _ = _mountain()
    plt.scatter(x, y, c=x)
    _add_bar(plt)
    _name(plt)


def mistake_coloured_by_y(plt):
    """The colours must follow z, the height; yours follow y."""
    x, y, _ = _mountain()
    plt.scatter(x, y, c=y)
    _add_bar(plt)
    _name(plt)


def mistake_axes_swapped(plt):
    """x and y are swapped in `scatter`."""
    x, y, z = _mountain()
    plt.scatter(y, x, c=z)
    _add_bar(plt)
    _name(plt)


def mistake_other_seed(plt):
    """These are other random numbers: the seed must be 5, set once."""
    np.random.seed(0)
    x, y = np.random.randn(2000) * 10, np.random.randn(2000) * 10
    plt.scatter(x, y, c=x)
    _add_bar(plt)
    _name(plt)


def mistake_seed_before_each(plt):
    """Set the seed once: set again before y, it makes y the same as x."""
    x, _, z = _mountain()
    plt.scatter(x, x, c=z)
    _add_bar(plt)
    _name(plt)


EQUIVALENT_MUTANTS = {
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
}
