#!/usr/bin/env python3
"""Sum of two matrices of any depth."""


def matrix_shape(matrix):
    """Sizes from the outside to the inside."""
    if not isinstance(matrix, list):
        return []
    return [len(matrix)] + matrix_shape(matrix[0])


def add(mat1, mat2):
    """Add, given that the shapes agree; int and float may meet."""
    if isinstance(mat1, list):
        return [add(a, b) for a, b in zip(mat1, mat2)]
    return mat1 + mat2


def add_matrices(mat1, mat2):
    """Compare the shapes once, then add."""
    if matrix_shape(mat1) != matrix_shape(mat2):
        return None
    return add(mat1, mat2)
