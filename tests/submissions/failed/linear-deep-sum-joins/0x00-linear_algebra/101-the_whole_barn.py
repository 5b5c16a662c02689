#!/usr/bin/env python3
"""Sum of two matrices of any depth."""


def shape(matrix):
    """Sizes from the outside to the inside."""
    if type(matrix) is not list:
        return []
    return [len(matrix)] + shape(matrix[0])


def add_matrices(mat1, mat2):
    """Add with the plus sign."""
    if shape(mat1) == shape(mat2):
        return mat1 + mat2
    return None
