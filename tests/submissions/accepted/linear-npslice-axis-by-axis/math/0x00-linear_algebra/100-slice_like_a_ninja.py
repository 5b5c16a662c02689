#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Turn each axis to the front, cut there, and turn it back."""
    for axis, cut in axes.items():
        matrix = matrix.swapaxes(0, axis)
        matrix = matrix[slice(*cut)].swapaxes(0, axis)
    return matrix
