#!/usr/bin/env python3
"""Two numpy arrays joined along an axis."""
import numpy as np


def np_cat(mat1, mat2, axis=0):
    """Join two arrays along an axis, the first one first.

    mat1, mat2: arrays whose sizes agree except along the axis
    axis: axis along which they are joined: 0 down, 1 to the right
    Returns: new array; its size along the axis is the sum of both
    Raises: ValueError (by numpy) if another size differs
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    return np.concatenate((mat1, mat2), axis=axis)
