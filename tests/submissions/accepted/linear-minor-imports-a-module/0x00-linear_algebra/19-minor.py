#!/usr/bin/env python3
"""Minors."""
from determinant import determinant, part


def minor(matrix):
    """Take the determinant from my own module."""
    if not isinstance(matrix, list) or len(matrix) == 0:
        raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if not isinstance(row, list):
            raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a non-empty square matrix")
    size = range(len(matrix))
    return [[determinant(part(matrix, i, j)) for j in size] for i in size]
