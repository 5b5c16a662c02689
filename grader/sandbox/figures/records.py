"""The facts of drawn figures, and their way over the trust line.

The child fills these records and sends them as plain lists and arrays
(`to_plain`); the parent believes nothing and builds them anew (`from_plain`),
which checks every type, size and shape. Equal drawings give equal records, no
matter which calls drew them.
"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]
Colour = tuple[float, float, float]
Pair = tuple[float, float]
NO_COLOUR: Colour = (-1.0, -1.0, -1.0)      # `none`: nothing is painted
MOST_TEXT = 500


class FactsError(Exception):
    """What came is no drawing; the text says why."""


class Record(msgspec.Struct, frozen=True, array_like=True,
             forbid_unknown_fields=True):
    """A record that travels as a list."""


class Text(Record, frozen=True):
    """A text of the figure; size in points."""

    text: str = ""
    size: float = 0.0


class Line(Record, frozen=True):
    """A joined line. dash: "-", "--", ":", "-." or "steps"."""

    points: Array
    colour: Colour
    dash: str
    width: float
    marker: str

    def __post_init__(self) -> None:
        _demand(self.points, 2, (2, 3))


class Points(Record, frozen=True):
    """All single points of a plot, drawn by whatever calls.

    values: the number behind each colour where a colour map was used, nan
        where the colour was given
    """

    places: Array
    colours: Array
    values: Array

    def __post_init__(self) -> None:
        _demand(self.places, 2, (2, 3))
        _demand(self.colours, 2, (3,), len(self.places))
        _demand(self.values, 1, (), len(self.places))


class Bars(Record, frozen=True):
    """All rectangles of a plot.

    boxes: left, bottom, width, height; never negative sizes
    edge_widths: in points, 0 where no edge is painted
    """

    boxes: Array
    faces: Array
    edges: Array
    edge_widths: Array

    def __post_init__(self) -> None:
        count = len(self.boxes)
        _demand(self.boxes, 2, (4,))
        _demand(self.faces, 2, (3,), count)
        _demand(self.edges, 2, (3,), count)
        _demand(self.edge_widths, 1, (), count)


class Ramp(Record, frozen=True):
    """A colour map at work: its colours at 65 values between two limits."""

    name: str
    limits: Pair
    colours: Array

    def __post_init__(self) -> None:
        _demand(self.colours, 2, (3,))


class Mesh(Record, frozen=True):
    """A picture or heat map, row 0 lowest and column 0 leftmost as shown.

    extent: left, right, bottom, top in data units; ramp: None for colours
    that were given directly
    """

    values: Array
    extent: tuple[float, float, float, float]
    ramp: Ramp | None

    def __post_init__(self) -> None:
        _demand(self.values, 2, ())


class Shape(Record, frozen=True):
    """Any other painted area: polygon, wedge, outline of a histogram."""

    corners: Array
    face: Colour
    edge: Colour

    def __post_init__(self) -> None:
        _demand(self.corners, 2, (2, 3))


class Entry(Record, frozen=True):
    """One line of a legend: its text and what it marks."""

    text: str
    colour: Colour
    dash: str


class Legend(Record, frozen=True):
    """place: centre of the box, as part of the plot's width and height."""

    entries: tuple[Entry, ...]
    place: Pair
    size: float


class ColourBar(Record, frozen=True):
    """The scale beside a plot; texts: every label or title it carries."""

    texts: tuple[Text, ...]
    ramp: Ramp | None


class Axis(Record, frozen=True):
    """One axis; ticks only as far as they lie within the limits."""

    label: Text
    limits: Pair
    scale: str
    ticks: tuple[float, ...]
    names: tuple[str, ...]


class Plot(Record, frozen=True):
    """One pair (or triple) of axes that holds data.

    place: left, bottom, width, height as parts of the figure, before any
        layout shrinks them
    notes: texts written inside the plot
    """

    place: tuple[float, float, float, float]
    titles: tuple[Text, ...]
    x: Axis
    y: Axis
    z: Axis | None
    lines: tuple[Line, ...]
    points: Points
    bars: Bars
    meshes: tuple[Mesh, ...]
    shapes: tuple[Shape, ...]
    legend: Legend | None
    colour_bars: tuple[ColourBar, ...]
    notes: tuple[Text, ...]


class Figure(Record, frozen=True):
    """One figure; plots in reading order, from the top left on.

    empty: how many axes hold no data, and were left out
    """

    plots: tuple[Plot, ...]
    heading: Text
    legends: tuple[Legend, ...]
    size: Pair
    empty: int


class Drawing(Record, frozen=True):
    """Every figure that one program showed.

    form: "function" or "script"
    functions: names that the file defines at its top level
    """

    figures: tuple[Figure, ...]
    form: str
    functions: tuple[str, ...]


def to_plain(record: Any) -> Any:
    """Lists, texts, numbers and arrays of a record."""
    if isinstance(record, msgspec.Struct):
        return [to_plain(getattr(record, name))
                for name in record.__struct_fields__]
    if isinstance(record, tuple):
        return [to_plain(item) for item in record]
    if isinstance(record, str):
        return record[:MOST_TEXT]
    # Numbers of numpy are floats too, but would travel as something else.
    return float(record) if isinstance(record, float) else record


def from_plain(value: Any) -> Drawing:
    """A drawing out of untrusted plain data; raises FactsError."""
    try:
        return msgspec.convert(value, Drawing, dec_hook=_array)
    except (msgspec.ValidationError, RecursionError) as error:
        raise FactsError(str(error)[:200]) from None


def _array(kind: type, value: Any) -> Any:
    if (type(value) is not np.ndarray or value.dtype != np.float64
            or value.ndim not in (1, 2)):
        raise ValueError("an array of numbers was expected")
    return value


def _demand(array: Array, dimensions: int, widths: tuple[int, ...],
            count: int | None = None) -> None:
    """Refuse an array of another form."""
    if (array.ndim != dimensions or widths and array.shape[1] not in widths
            or count is not None and len(array) != count):
        raise ValueError(f"an array of shape {array.shape} does not fit")
