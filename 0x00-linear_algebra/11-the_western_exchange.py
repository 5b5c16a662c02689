#!/usr/bin/env python3
"""Transpose of a numpy array."""


def np_transpose(matrix):
    """Put the axes of an array in reversed order.

    matrix: array of shape (a,), (a, b) or (a, b, c), may be empty
    Returns: array of shape (a,), (b, a) or (c, b, a)
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    return matrix.T
