#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Stop when the first element is an int."""
    if isinstance(matrix, int):
        return []
    return [len(matrix)] + matrix_shape(matrix[0])
