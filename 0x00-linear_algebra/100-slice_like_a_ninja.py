#!/usr/bin/env python3
"""Slice a numpy array along several axes at once."""


def np_slice(matrix, axes={}):
    """Cut an array along the axes that are named.

    matrix: array with any number of axes
    axes: dictionary, axis -> tuple of 1 to 3 arguments of `slice`,
        so (2,) stops before index 2 and (None, None, -1) turns the axis
    Returns: array with as many axes as matrix; axes not named stay whole
    Raises: nothing for axes that exist
    Source: lesson 0x00, section "numpy arrays"
    """
    cuts = [slice(None)] * matrix.ndim
    for axis, arguments in axes.items():
        cuts[axis] = slice(*arguments)
    return matrix[tuple(cuts)]
