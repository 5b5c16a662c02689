#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Count negative axes from the end."""
    wanted = {axis % matrix.ndim: axes[axis] for axis in axes}
    return matrix[tuple(slice(*wanted.get(axis, (None, None, None)))
                        for axis in range(matrix.ndim))]
