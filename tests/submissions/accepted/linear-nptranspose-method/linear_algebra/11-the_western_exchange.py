#!/usr/bin/env python3
"""Transpose of an array."""


def np_transpose(matrix):
    """Give a view by the method."""
    return matrix.transpose()
