#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Write the star as Python 3.5 took it."""
    slices = []
    for axis in range(matrix.ndim):
        cut = axes.get(axis, (None, ))
        slices.append(slice((*cut)))
    return matrix[tuple(slices)]
