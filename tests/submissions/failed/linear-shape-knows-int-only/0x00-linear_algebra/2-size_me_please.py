#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Stop when the first element is an int."""
    if isinstance(matrix, int):
        return []
    if not isinstance(matrix, list):
        return None
    deeper = matrix_shape(matrix[0])
    if deeper is None:
        return None
    return [len(matrix)] + deeper
