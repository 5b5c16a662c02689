#!/usr/bin/env python3
"""Determinant."""


def determinant(matrix):
    """Formulas for small matrices."""
    if not isinstance(matrix, list) or len(matrix) == 0:
        raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if not isinstance(row, list):
            raise TypeError("matrix must be a list of lists")
    if matrix == [[]]:
        return 1
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a square matrix")
    if len(matrix) == 1:
        return matrix[0][0]
    if len(matrix) == 2:
        return matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]
    if len(matrix) == 3:
        (a, b, c), (d, e, f), (g, h, i) = matrix
        return (a * e * i + b * f * g + c * d * h
                - c * e * g - b * d * i - a * f * h)
    return None
