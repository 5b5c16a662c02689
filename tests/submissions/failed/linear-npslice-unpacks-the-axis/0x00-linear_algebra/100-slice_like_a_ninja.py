#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Keep everything, then cut the named axes."""
    slices = [slice(None)] * matrix.ndim
    for n in axes:
        slices[n] = slice(*n)
    return matrix[tuple(slices)]
