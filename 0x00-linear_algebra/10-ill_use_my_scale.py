#!/usr/bin/env python3
"""Shape of a numpy array."""


def np_shape(matrix):
    """Tell the size of an array along each axis.

    matrix: array with any number of axes, may be empty
    Returns: tuple of int, one for each axis: (rows, columns) for a matrix
    Source: lesson 0x00, section "Shape"
    """
    return matrix.shape
