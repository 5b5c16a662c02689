#!/usr/bin/env python3
"""Two arrays in one."""
from numpy import append


def np_cat(mat1, mat2, axis=0):
    """Append joins too when it knows the axis."""
    return append(mat1, mat2, axis=axis)
