"""Colours: when two are the same to a reader, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.sandbox.figures.records import NO_COLOUR

NEAR = 0.02         # a channel, of 1

# Names of the course have more than one value: `g`, "green", "tab:green".
FAMILIES = {
    "red": ("ff0000", "d62728"),
    "green": ("008000", "2ca02c"),
    "magenta": ("bf00bf", "ff00ff"),
    "yellow": ("ffff00", "bfbf00"),
}
NAMES = {
    "000000": "black", "ffffff": "white", "808080": "grey",
    "ff0000": "red", "d62728": "red (tab:red)", "008000": "green",
    "2ca02c": "green (tab:green)", "0000ff": "blue",
    "1f77b4": "blue (the default, tab:blue)", "ff7f0e": "tab:orange",
    "ffa500": "orange", "ffff00": "yellow", "bfbf00": "yellow (y)",
    "bf00bf": "magenta (m)", "ff00ff": "magenta", "800080": "purple",
    "9467bd": "tab:purple", "00ffff": "cyan", "00bfbf": "cyan (c)",
    "00ff00": "lime", "ffc0cb": "pink", "e377c2": "tab:pink",
    "a52a2a": "brown", "8c564b": "tab:brown",
}
Tone = Sequence[float]


def same_colour(expected: Tone, got: Tone) -> bool:
    """Whether a reader would call both by the same name."""
    if _near(expected, got):
        return True
    return any(_is_one_of(expected, family) and _is_one_of(got, family)
               for family in FAMILIES.values())


def colour_name(tone: Tone) -> str:
    """A common name, or the value as one would write it."""
    if _near(tone, NO_COLOUR):
        return "no colour"
    for value, name in NAMES.items():
        if _near(_channels(value), tone):
            return name
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}"
                         for part in tone)


def _is_one_of(tone: Tone, family: Sequence[str]) -> bool:
    return any(_near(_channels(value), tone) for value in family)


def _near(one: Tone, two: Tone) -> bool:
    return bool(np.all(np.abs(np.subtract(one, two)) <= NEAR))


def _channels(value: str) -> tuple[float, ...]:
    return tuple(int(value[place:place + 2], 16) / 255
                 for place in (0, 2, 4))
