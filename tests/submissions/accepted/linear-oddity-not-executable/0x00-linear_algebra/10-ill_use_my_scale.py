#!/usr/bin/env python3
"""Shape of an array."""


def np_shape(matrix):
    """Read the attribute."""
    return matrix.shape
