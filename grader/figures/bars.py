"""Bars: histograms by place, stacks by order, their colours and outlines.

A stack is all bars over one place. Places of stacks are free (names, 0 1 2,
10 20 30 ...), so stacks are compared in their order from the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.figures.frames import legends_of
from grader.figures.tones import Tone, colour_name, same_colour
from grader.figures.words import number, plain
from grader.sandbox.figures.records import Array, Figure, Plot

NEAR = 1e-3             # of the value, or of one unit

Stack = tuple[tuple[float, float], ...]     # (bottom, height) from below
Tints = tuple[tuple[Tone, ...], ...]


def boxes_of(plot: Plot, figure: Figure) -> Array:
    """Left, bottom, width, height of each bar, from the left."""
    boxes = plot.bars.boxes
    return np.asarray(boxes[np.lexsort((boxes[:, 1], boxes[:, 0]))])


def box_difference(expected: Array, got: Array) -> str:
    """The same bars at the same places."""
    if len(expected) != len(got):
        return f"{_bars(len(got))} instead of {len(expected)}"
    for one, two in zip(expected, got):
        if not _near(one, two):
            return _other_box(one, two)
    return ""


def _other_box(expected: Array, got: Array) -> str:
    """What is wrong with one bar."""
    if _near(expected[:3], got[:3]):
        left, right = number(got[0]), number(got[0] + got[2])
        return (f"the bar from {left} to {right} is {number(got[3])} high "
                f"instead of {number(expected[3])}")
    return (f"a bar goes from {_show_box(got)}; the task has one from "
            f"{_show_box(expected)}")


def show_boxes(boxes: Array) -> str:
    """Each bar by its place and height."""
    shown = [_show_box(box) for box in boxes[:12]]
    return ", ".join(shown + ["..."] * (len(boxes) > 12)) or "no bars"


def _show_box(box: Array) -> str:
    left, bottom, width, height = box
    base = f" on {number(bottom)}" if bottom else ""
    return (f"{number(left)} to {number(left + width)}: "
            f"{number(height)}{base}")


def _bars(count: int) -> str:
    return f"{count} bar{'s' * (count != 1)}" if count else "no bars"


def _near(one: Any, two: Any) -> bool:
    scale = np.maximum(np.abs(one), 1.0)
    return bool(np.all(np.abs(np.subtract(one, two)) <= NEAR * scale))


def stacked(plot: Plot) -> list[list[int]]:
    """Numbers of the bars in each stack, left to right, bottom to top."""
    boxes = plot.bars.boxes
    middles = boxes[:, 0] + boxes[:, 2] / 2
    stacks: list[list[int]] = []
    for bar in np.lexsort((boxes[:, 3], boxes[:, 1], middles.round(6))):
        if stacks and abs(middles[stacks[-1][0]] - middles[bar]) <= NEAR:
            stacks[-1].append(int(bar))
        else:
            stacks.append([int(bar)])
    return stacks


def stacks_of(plot: Plot, figure: Figure) -> tuple[Stack, ...]:
    """Bottom and height of each bar in each stack."""
    boxes = plot.bars.boxes
    return tuple(tuple((float(boxes[bar, 1]), float(boxes[bar, 3]))
                       for bar in stack) for stack in stacked(plot))


def stack_difference(expected: Sequence[Stack], got: Sequence[Stack]) -> str:
    """The same heights in the same order, each on top of the one before."""
    if len(expected) != len(got):
        return f"{len(got)} stacks of bars instead of {len(expected)}"
    for place, (one, two) in enumerate(zip(expected, got)):
        if len(one) != len(two):
            return (f"stack {place + 1} has {_bars(len(two))} instead of "
                    f"{len(one)}")
        if not _near(one, two):
            return (f"stack {place + 1} is {show_stack(two)} instead of "
                    f"{show_stack(one)}, from below")
    return ""


def show_stack(stack: Stack) -> str:
    """Heights from below; where a bar hangs in the air, its bottom too."""
    shown, top = [], 0.0
    for bottom, height in stack:
        gap = "" if abs(bottom - top) <= NEAR * max(1.0, top) else (
            f" (on {number(bottom)})")
        shown.append(number(height) + gap)
        top = bottom + height
    return " + ".join(shown)


def show_stacks(stacks: Sequence[Stack]) -> str:
    """Each stack from the left."""
    return "; ".join(show_stack(stack) for stack in stacks[:8]) or "no bars"


def widths_of(plot: Plot, figure: Figure) -> tuple[float, ...]:
    """The widths that occur."""
    return tuple(float(width) for width in
                 np.unique(plot.bars.boxes[:, 2].round(6)))


def width_difference(expected: Sequence[float], got: Sequence[float]) -> str:
    """All bars have the widths that are asked for."""
    if len(expected) == len(got) and _near(expected, got):
        return ""
    return f"bars of width {show_widths(got)} instead of " \
           f"{show_widths(expected)}"


def show_widths(widths: Sequence[float]) -> str:
    """The widths as numbers."""
    return ", ".join(number(width) for width in widths[:6]) or "no bars"


def tints_of(plot: Plot, figure: Figure) -> Tints:
    """Colour of each bar in each stack, from below."""
    faces = plot.bars.faces
    return tuple(tuple(tuple(faces[bar]) for bar in stack)
                 for stack in stacked(plot))


def tint_difference(expected: Tints, got: Tints) -> str:
    """Each bar of each stack in its own colour."""
    if not got:
        return "no bars"
    for one, two in zip(expected, got):
        for level, (wanted, found) in enumerate(zip(one, two)):
            if not same_colour(wanted, found):
                return (f"bar {level + 1} from below is "
                        f"{colour_name(found)}, not {colour_name(wanted)}")
    if [len(stack) for stack in expected] != [len(stack) for stack in got]:
        return "the stacks have other numbers of bars"
    return ""


def show_tints(tints: Tints) -> str:
    """Colours of the first stack, from below."""
    return ", ".join(colour_name(tone) for tone in tints[0][:8]) if (
        tints) else "no bars"


def edges_of(plot: Plot, figure: Figure) -> tuple[Tone, ...]:
    """The outlines that occur."""
    return tuple(tuple(tone) for tone in np.unique(plot.bars.edges, axis=0))


def edge_difference(expected: Sequence[Tone], got: Sequence[Tone]) -> str:
    """Every bar has the outline that is asked for."""
    if not got:
        return "no bars"
    wrong = [tone for tone in got if not any(
        same_colour(wanted, tone) for wanted in expected)]
    if not wrong:
        return ""
    return (f"bars with an outline of {colour_name(wrong[0])}, not "
            f"{show_edges(expected)}")


def show_edges(edges: Sequence[Tone]) -> str:
    """The outlines in words."""
    return ", ".join(colour_name(tone) for tone in edges[:4]) or "no bars"


def names_of(plot: Plot, figure: Figure) -> tuple[str, ...]:
    """The tick label under the middle of each stack, empty for none."""
    boxes, names = plot.bars.boxes, []
    for stack in stacked(plot):
        middle = boxes[stack[0], 0] + boxes[stack[0], 2] / 2
        room = max(NEAR * abs(middle), 0.01 * boxes[stack[0], 2])
        names.append(next(
            (plain(name) for place, name in zip(plot.x.ticks, plot.x.names)
             if abs(place - middle) <= room), ""))
    return tuple(names)


def show_names(names: Sequence[str]) -> str:
    """The names from the left."""
    return ", ".join(name or "no name" for name in names[:8]) or "no bars"


def name_difference(expected: Sequence[str], got: Sequence[str]) -> str:
    """A name under each stack, in order."""
    if tuple(expected) == tuple(got):
        return ""
    for one, two in zip(expected, got):
        if one != two:
            return (f"`{two}` stands under a stack instead of `{one}`"
                    if two else f"`{one}` is missing under its stack")
    return f"{len(got)} stacks instead of {len(expected)}"


Marks = tuple[tuple[str, Tone], ...]


def legend_of(plot: Plot, figure: Figure) -> Marks:
    """Each text of the legend with the colour that it marks."""
    return tuple((plain(entry.text), entry.colour)
                 for legend in legends_of(plot, figure)
                 for entry in legend.entries)


def legend_difference(expected: Marks, got: Marks) -> str:
    """Every text is there and marks its colour; the order is free."""
    if not got:
        return "there is no legend" if expected else ""
    found = dict(got)
    for text, tone in expected:
        if text not in found:
            return f"`{text}` is missing in the legend"
        if not same_colour(tone, found[text]):
            return (f"`{text}` marks {colour_name(found[text])}, not "
                    f"{colour_name(tone)}")
    more = [text for text, _ in got if text not in dict(expected)]
    return f"`{more[0]}` is too much in the legend" if more else ""


def show_legend(marks: Marks) -> str:
    """Text and colour of each entry."""
    return ", ".join(f"{text}: {colour_name(tone)}"
                     for text, tone in marks[:8]) or "no legend"
