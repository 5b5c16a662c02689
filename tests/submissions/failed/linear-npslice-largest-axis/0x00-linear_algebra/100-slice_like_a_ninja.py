#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Make slices up to the largest axis."""
    slices = []
    for axis in range(max(axes) + 1):
        if axis in axes:
            slices.append(slice(*axes[axis]))
        else:
            slices.append(slice(None, None, None))
    return matrix[tuple(slices)]
