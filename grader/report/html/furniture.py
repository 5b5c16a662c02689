"""What stands around the data: frame, axes, texts, legend, colour bars.

What differs from the task has a dashed ring around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from grader.report.html.elements import Html, tag
from grader.report.html.ink import (DASHES, NO_PAINT, paint, short,
                                    thinned)
from grader.report.html.sheet import Box, Place, Rail, Sheet, ticks_of
from grader.sandbox.figures.records import (Axis, ColourBar, Legend, Plot,
                                            Text)

SIZE = 12.0
LETTER = 0.56           # width of a letter, of its size
BAR_ROOM = 46.0         # for one colour bar
MOST_ENTRIES = 8
MOST_TEXT = 60
FORMULA = re.compile(r"\\math\w*|[${}]")
POWER = re.compile(r"\^\{?(-?\d+)\}?")
RAISED = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074"
                                      "\u2075\u2076\u2077\u2078\u2079")


class Spot(NamedTuple):
    """Where a text stands: its middle, start or end; turned or not."""

    place: Place
    anchor: str = "middle"
    turned: bool = False
    size: float = SIZE


def words_at(text: str, spot: Spot, most: int = MOST_TEXT) -> Html:
    """A text at its spot, cut where it would be too long."""
    across, down = (short(part) for part in spot.place)
    return tag("text", plain(text, most), x=across, y=down,
               text_anchor=spot.anchor, font_size=short(spot.size),
               transform=f"rotate(-90 {across} {down})" if spot.turned
               else None)


def plain(text: str, most: int = MOST_TEXT) -> str:
    """One line, without the marks of a formula."""
    text = " ".join(text.split())
    if "$" in text:
        text = POWER.sub(lambda found: found[1].translate(RAISED), text)
        text = FORMULA.sub("", text)
    return text if len(text) <= most else text[:most - 1] + "\u2026"


def ring(text: str, spot: Spot) -> Html:
    """The dashed frame around a text that differs."""
    long = max(len(plain(text)) * LETTER * spot.size + 10, 24)
    high = spot.size + 8
    across, down = spot.place
    if spot.anchor == "start":
        across += long / 2 - 5
    box = (Box(across - high / 2 - 4, down - long / 2, high, long)
           if spot.turned else
           Box(across - long / 2, down - high / 2 - 4, long, high))
    return frame(box, "ring")


def frame(box: Box, kind: str) -> Html:
    """A rectangle of a kind that the style sheet knows."""
    return tag("rect", class_=kind, x=short(box.left), y=short(box.top),
               width=short(box.width), height=short(box.height))


def named(text: str, missing: str, spot: Spot, differs: bool
          ) -> Iterator[Html]:
    """A text; where it is lost, what is missing and a ring."""
    shown = plain(text) or (f"({missing})" if differs else "")
    if shown:
        yield words_at(shown, spot)
    if differs:
        yield ring(shown, spot)


def room_for(plot: Plot, box: Box) -> Box:
    """The box without the room that colour bars take."""
    bars = min(len(plot.colour_bars), 3)
    return box._replace(width=max(box.width - bars * BAR_ROOM, 40.0))


def behind(sheet: Sheet) -> Iterator[Html]:
    """The frame, or the edges of the cube."""
    if sheet.is_flat:
        yield frame(sheet.box, "frame")
        return
    for start, *ends in (((0, 0, 0), (1, 0, 0), (0, 1, 0)),
                         ((1, 1, 0), (1, 0, 0), (0, 1, 0), (1, 1, 1)),
                         ((0, 1, 1), (0, 1, 0), (0, 0, 1), (1, 1, 1)),
                         ((0, 0, 0), (0, 0, 1))):
        for end in ends:
            yield stroke(sheet.corner(*start), sheet.corner(*end), "frame")


def stroke(start: Place, end: Place, kind: str) -> Html:
    """A straight line of a kind that the style sheet knows."""
    return tag("path", class_=kind, d=f"M{short(start[0])} {short(start[1])}"
               f"L{short(end[0])} {short(end[1])}")


def around(plot: Plot, sheet: Sheet, lost: frozenset[str]) -> Iterator[Html]:
    """Title, axes, legend and colour bars of a plot."""
    box = sheet.box
    title = " / ".join(text.text for text in plot.titles)
    yield from named(title, "no title", Spot(
        (box.left + box.width / 2, box.top - 8), size=SIZE + 1),
        "title" in lost)
    for letter, (axis, rail) in sheet.rails().items():
        yield from _axis(letter, axis, rail, lost)
    if plot.legend is not None:
        yield from legend(plot.legend, box, "legend" in lost)
    for place, bar in enumerate(plot.colour_bars[:3]):
        yield from _colour_bar(bar, box, place, "colour_bar" in lost)


def _axis(letter: str, axis: Axis, rail: Rail,
          lost: frozenset[str]) -> Iterator[Html]:
    """Ticks and label; a thick line where limits, ticks or scale differ."""
    if lost & {letter + "lim", letter + "ticks", letter + "scale"}:
        yield stroke(rail.start, rail.end, "rail")
    out_x, out_y = rail.out
    anchor = "end" if out_x < -0.5 else "start" if out_x > 0.5 else "middle"
    ticks, widest = ticks_of(axis), 0
    for part, name in ticks:
        across, down = rail.at(part)
        yield stroke((across, down), (across + 4 * out_x, down + 4 * out_y),
                     "frame")
        name = plain(name, 10)
        widest = max(widest, len(name))
        if name:
            yield words_at(name, Spot(
                (across + 7 * out_x, down + 3 + 11 * out_y), anchor,
                size=SIZE - 1))
    away = (18 + widest * LETTER * (SIZE - 1) if abs(out_x) > 0.5
            else 32 if ticks else 18)
    across, down = rail.at(0.5)
    spot = Spot((across + away * out_x, down + away * out_y),
                turned=abs(out_x) > 0.9)
    yield from named(axis.label.text, f"no {letter} label", spot,
                     f"{letter}label" in lost)


def legend(facts: Legend, box: Box, differs: bool) -> Iterator[Html]:
    """The box of a legend, as near to its place as it fits."""
    entries = facts.entries[:MOST_ENTRIES]
    texts = [plain(entry.text, 24) for entry in entries]
    wide = 36 + max(map(len, texts), default=0) * LETTER * SIZE
    high = 8 + 15.0 * len(entries)
    across, up = (part if part == part else 0.5 for part in facts.place)
    left = _within(box.left + across * box.width - wide / 2,
                   box.left + 3, box.right - wide - 3)
    top = _within(box.bottom - up * box.height - high / 2,
                  box.top + 3, box.bottom - high - 3)
    yield frame(Box(left, top, wide, high), "ring" if differs else "legend")
    for place, (entry, text) in enumerate(zip(entries, texts)):
        middle = top + 12 + 15 * place
        yield tag("path", d=f"M{short(left + 5)} {short(middle)}h20",
                  stroke=paint(entry.colour), stroke_width=3,
                  stroke_dasharray=DASHES.get(entry.dash))
        yield words_at(text, Spot((left + 30, middle + 4), "start"))


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


def _colour_bar(bar: ColourBar, box: Box, place: int,
                differs: bool) -> Iterator[Html]:
    left = box.right + 12 + place * BAR_ROOM
    colours = ([] if bar.ramp is None
               else thinned(bar.ramp.colours.tolist(), 16))
    high = box.height / max(len(colours), 1)
    for step, tone in enumerate(colours):
        colour = paint(tone)
        if colour != NO_PAINT:
            yield tag("rect", x=short(left), width=10, fill=colour,
                      y=short(box.bottom - (step + 1) * high),
                      height=short(high + 0.5))
    yield frame(Box(left, box.top, 10, box.height), "frame")
    text = _first(bar.texts)
    yield from named(text, "no text", Spot(
        (left + 26, box.top + box.height / 2), turned=True), differs)


def _first(texts: Sequence[Text]) -> str:
    return next((text.text for text in texts if text.text.strip()), "")
