#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Look for the axes 0, 1 and so on only."""
    cuts = []
    for axis in range(len(matrix.shape)):
        if axis in axes:
            cuts.append(slice(*axes[axis]))
        else:
            cuts.append(slice(None, None, None))
    return matrix[tuple(cuts)]
