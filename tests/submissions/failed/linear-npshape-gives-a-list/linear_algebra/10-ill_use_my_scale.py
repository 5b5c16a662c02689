#!/usr/bin/env python3
"""Shape of an array."""


def np_shape(matrix):
    """Give a list."""
    return list(matrix.shape)
