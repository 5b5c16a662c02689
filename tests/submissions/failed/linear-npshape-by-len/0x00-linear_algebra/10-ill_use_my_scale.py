#!/usr/bin/env python3
"""Shape."""


def np_shape(matrix):
    """Shape."""
    return len(matrix), len(matrix[0])
