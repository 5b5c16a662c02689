#!/usr/bin/env python3
"""Slices along axes."""


def np_slice(matrix, axes={}):
    """Keep everything, then cut the named axes."""
    slices = [slice(None)] * matrix.ndim
    for axis, cut in axes.items():
<<<<<<< HEAD
        slices[axis] = slice(*cut)
=======
        slices[axis] = slice(cut)
>>>>>>> 3f1c2aa
    return matrix[tuple(slices)]
