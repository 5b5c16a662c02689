"""Texts of a figure: what counts as the same, and how numbers are shown."""

from __future__ import annotations

from collections.abc import Sequence

from grader.sandbox.figures.records import Figure, Plot, Text

NEAR_SIZE = 0.25        # points


def plain(text: str) -> str:
    """The text without blanks around it, runs of blanks joined."""
    return " ".join(text.replace("\u2019", "'").split())


def number(value: float) -> str:
    """A number as short as it can be read."""
    return f"{value:.5g}"


def titles_of(plot: Plot, figure: Figure) -> tuple[str, ...]:
    """Every title of a plot; over one plot the figure's title is its own."""
    texts = [plain(text.text) for text in plot.titles]
    heading = plain(figure.heading.text)
    if heading and len(figure.plots) == 1:
        texts.append(heading)
    return tuple(texts)


def text_difference(expected: Sequence[str], got: Sequence[str]) -> str:
    """Empty when the wanted text stands there; exact, case and blanks too."""
    wanted = expected[0] if expected else ""
    if wanted in got or (not wanted and not any(got)):
        return ""
    if not any(got):
        return f"the text `{wanted}` is missing"
    return f"the text must be `{wanted}`, letter by letter"


def show_texts(texts: Sequence[str]) -> str:
    """The texts as one would write them."""
    shown = [f"'{text}'" for text in texts if text]
    return " and ".join(shown) or "no text"


def sizes_of(plot: Plot, figure: Figure) -> tuple[tuple[str, float], ...]:
    """Title and labels of a plot that say something, with their size."""
    texts: list[Text] = [*plot.titles, plot.x.label, plot.y.label]
    return tuple((plain(text.text), text.size) for text in texts
                 if plain(text.text))


def size_difference(expected: Sequence[tuple[str, float]],
                    got: Sequence[tuple[str, float]]) -> str:
    """Every text must have a size that is asked for."""
    for text, size in got:
        if not any(abs(size - wanted) <= NEAR_SIZE
                   for _, wanted in expected):
            return (f"'{text}' has {number(size)} points instead of "
                    f"{show_sizes(expected)}")
    return "" if got or not expected else "the texts are missing"


def show_sizes(sizes: Sequence[tuple[str, float]]) -> str:
    """Each size once."""
    found = dict.fromkeys(number(size) for _, size in sizes)
    return (", ".join(found) + " points") if found else "no texts"
