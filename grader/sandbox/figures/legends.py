"""Legends and colour bars: what they say, and which colour it stands for.

A legend is asked for the handles that it shows, not for their order: the text
`Ra-226` beside a green handle marks the green line, however it got there.
"""

from __future__ import annotations

from typing import Any

from matplotlib.collections import Collection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from grader.sandbox.figures import records
from grader.sandbox.figures.areas import edge_of, face_of, ramp_of
from grader.sandbox.figures.artists import NOTHING, colour_of, dash_of
from grader.sandbox.figures.records import NO_COLOUR, Colour


def text_of(artist: Any) -> records.Text:
    """Text and size of a text artist; hidden ones say nothing."""
    if artist is None or not artist.get_visible():
        return records.Text()
    return records.Text(str(artist.get_text()), float(artist.get_fontsize()))


def legend_of(legend: Any, box: Any) -> records.Legend | None:
    """The legend, and where its centre stands in the box of the axes."""
    if legend is None or not legend.get_visible():
        return None
    handles = list(legend.legend_handles)
    texts = list(legend.get_texts())
    entries = []
    for handle, text in zip(handles, texts):
        colour, dash = _mark_of(handle)
        entries.append(records.Entry(str(text.get_text())[:200], colour,
                                     dash))
    frame = legend.get_window_extent()
    place = (((frame.x0 + frame.x1) / 2 - box.x0) / box.width,
             ((frame.y0 + frame.y1) / 2 - box.y0) / box.height)
    size = float(texts[0].get_fontsize()) if texts else 0.0
    return records.Legend(tuple(entries), place, size)


def _mark_of(handle: Any) -> tuple[Colour, str]:
    """Colour and dash that a handle shows."""
    if isinstance(handle, (tuple, list)) and handle:
        handle = handle[0]
    if isinstance(handle, Line2D):
        if handle.get_linestyle() not in NOTHING:
            return (colour_of(handle.get_color()),
                    dash_of(handle.get_linestyle()))
        return colour_of(handle.get_markerfacecolor()), ""
    if isinstance(handle, Patch):
        face = face_of(handle)
        return (edge_of(handle) if face == NO_COLOUR else face), ""
    if isinstance(handle, Collection):
        for tones in (handle.get_facecolor(), handle.get_edgecolor()):
            if len(tones):
                return colour_of(tones[0]), ""
    return NO_COLOUR, ""


def colour_bar_of(bar: Any) -> records.ColourBar:
    """The scale beside a plot, with every text that may name it."""
    axes = bar.ax
    texts = [text_of(axes.xaxis.label), text_of(axes.yaxis.label),
             text_of(axes.title)]
    return records.ColourBar(
        tuple(text for text in texts if text.text.strip()),
        ramp_of(bar.mappable))
