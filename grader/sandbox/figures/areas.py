"""Bars, other areas and heat maps that were drawn inside one pair of axes.

Rectangles are rectangles, whether `bar` or `hist` made them, in one container
or in twelve; `imshow` and `pcolormesh` of the same numbers are the same heat
map. Bands across the whole axes (`axvspan`) are no data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib import colors
from matplotlib.collections import Collection, PolyCollection, QuadMesh
from matplotlib.image import AxesImage
from matplotlib.patches import Patch, Rectangle

from grader.sandbox.figures import records
from grader.sandbox.figures.artists import (MOST_SEGMENTS, NOTHING,
                                            colour_of, is_data, is_shown,
                                            numbers_of, table_of)
from grader.sandbox.figures.records import NO_COLOUR, Array, Colour

MOST_CELLS = 250_000
PROBES = 65


def bars_of(axes: Any) -> records.Bars:
    """All rectangles that stand on data, as boxes without negative sizes."""
    boxes, faces, edges, widths = [], [], [], []
    for patch in axes.patches:
        if not (isinstance(patch, Rectangle) and is_shown(patch)
                and is_data(patch, axes)):
            continue
        left, right = sorted((patch.get_x(),
                              patch.get_x() + patch.get_width()))
        low, high = sorted((patch.get_y(), patch.get_y() + patch.get_height()))
        boxes.append((left, low, right - left, high - low))
        faces.append(face_of(patch))
        edges.append(edge_of(patch))
        widths.append(0.0 if edges[-1] == NO_COLOUR
                      else float(patch.get_linewidth()))
    return records.Bars(
        np.array(boxes, float).reshape(-1, 4),
        np.array(faces, float).reshape(-1, 3),
        np.array(edges, float).reshape(-1, 3), np.array(widths, float))


def face_of(patch: Patch) -> Colour:
    """The painted inside, NO_COLOUR where there is none."""
    return colour_of(patch.get_facecolor()) if patch.get_fill() else NO_COLOUR


def edge_of(patch: Patch) -> Colour:
    """The painted outline, NO_COLOUR where there is none."""
    if patch.get_linewidth() <= 0 or patch.get_linestyle() in NOTHING:
        return NO_COLOUR
    return colour_of(patch.get_edgecolor())


def shapes_of(axes: Any) -> tuple[records.Shape, ...]:
    """Areas that are no rectangles: polygons, wedges, filled curves."""
    found = []
    for patch in axes.patches:
        if (not isinstance(patch, Rectangle) and is_shown(patch)
                and is_data(patch, axes)):
            path = patch.get_patch_transform().transform_path(
                patch.get_path())
            found.append(records.Shape(_corners(path), face_of(patch),
                                       edge_of(patch)))
    for artist in axes.collections:
        if isinstance(artist, PolyCollection) and is_shown(artist):
            found += _areas(artist)
    return tuple(found[:MOST_SEGMENTS])


def _areas(artist: Collection) -> Iterator[records.Shape]:
    faces = colors.to_rgba_array(artist.get_facecolor())
    for index, path in enumerate(artist.get_paths()[:MOST_SEGMENTS]):
        face = (colour_of(faces[index % len(faces)]) if len(faces)
                else NO_COLOUR)
        yield records.Shape(_corners(path), face, NO_COLOUR)


def _corners(path: Any) -> Array:
    return table_of(*path.vertices.T)


def meshes_of(axes: Any) -> tuple[records.Mesh, ...]:
    """Pictures and heat maps, turned so that row 0 is the lowest shown."""
    found = []
    for artist in axes.images:
        if isinstance(artist, AxesImage) and is_shown(artist):
            left, right, bottom, top = artist.get_extent()
            values = _cells(artist.get_array())
            if artist.origin == "upper":
                values = values[::-1]
            found.append(_turned(values, (left, right, bottom, top), axes,
                                 ramp_of(artist)))
    for artist in axes.collections:
        if isinstance(artist, QuadMesh) and is_shown(artist):
            found.append(_grid(artist, axes))
    return tuple(found)


def _grid(artist: Any, axes: Any) -> records.Mesh:
    corners = artist.get_coordinates()
    extent = (corners[0, 0, 0], corners[0, -1, 0], corners[0, 0, 1],
              corners[-1, 0, 1])
    shape = (corners.shape[0] - 1, corners.shape[1] - 1)
    values = _cells(np.reshape(artist.get_array(), shape))
    return _turned(values, extent, axes, ramp_of(artist))


def _cells(array: Any) -> Array:
    """Numbers of the cells; colours that were given as such as a mean."""
    cells = numbers_of(array)
    if cells.ndim == 3:
        cells = cells[..., :3].mean(axis=2)
    step = 1
    while cells[::step, ::step].size > MOST_CELLS:
        step += 1
    return np.asarray(cells[::step, ::step])


def _turned(values: Array, extent: tuple[float, ...], axes: Any,
            ramp: records.Ramp | None) -> records.Mesh:
    """As it is seen: an axis may run backwards."""
    left, right, bottom, top = map(float, extent)
    if (right - left) * np.subtract(*axes.get_xlim()[::-1]) < 0:
        values = values[:, ::-1]
    if (top - bottom) * np.subtract(*axes.get_ylim()[::-1]) < 0:
        values = values[::-1]
    return records.Mesh(
        np.ascontiguousarray(values),
        (min(left, right), max(left, right), min(bottom, top),
         max(bottom, top)), ramp)


def ramp_of(artist: Any) -> records.Ramp | None:
    """The colour map of an artist, asked at 65 values."""
    if artist is None or artist.get_array() is None:
        return None
    low, high = artist.get_clim()
    if low is None or high is None:
        return None
    steps = np.linspace(low, high, PROBES)
    tones = np.array(artist.cmap(artist.norm(steps)), float)[:, :3]
    return records.Ramp(str(artist.cmap.name), (float(low), float(high)),
                        np.ascontiguousarray(tones))
