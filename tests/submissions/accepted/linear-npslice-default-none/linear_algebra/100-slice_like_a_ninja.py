#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes=None):
    """Take None for no axis at all."""
    if axes is None:
        return matrix
    return matrix[tuple(slice(*axes[axis]) if axis in axes else slice(None)
                        for axis in range(matrix.ndim))]
