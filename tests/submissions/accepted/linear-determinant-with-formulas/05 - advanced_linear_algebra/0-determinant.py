#!/usr/bin/env python3
"""Determinant."""


def determinant(matrix):
    """Formulas up to 2x2, the rest by expansion."""
    if not isinstance(matrix, list) or len(matrix) is 0:
        raise TypeError("matrix must be a list of lists")
    if not all(type(row) is list for row in matrix):
        raise TypeError("matrix must be a list of lists")
    if len(matrix) is 1 and len(matrix[0]) is 0:
        return 1
    if not all(len(row) == len(matrix) for row in matrix):
        raise ValueError("matrix must be a square matrix")
    if len(matrix) is 1:
        return matrix[0][0]
    if len(matrix) is 2:
        return matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]
    total = 0
    for i, number in enumerate(matrix[0]):
        rows = [row[:i] + row[i + 1:] for row in matrix[1:]]
        total += number * determinant(rows) * (-1 if i % 2 else 1)
    return total
