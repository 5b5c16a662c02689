#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Count this level, then ask again one level deeper."""
    if type(matrix) is not list:
        return []
    return [len(matrix)] + matrix_shape(matrix[0])
