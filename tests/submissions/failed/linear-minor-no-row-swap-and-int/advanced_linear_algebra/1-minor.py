#!/usr/bin/env python3
"""Minors."""


def part(matrix, i, j):
    """Leave row i and column j out."""
    return [row[:j] + row[j + 1:] for row in matrix[:i] + matrix[i + 1:]]


def determinant(matrix):
    """Eliminate without any exchange of rows."""
    rows = [row[:] for row in matrix]
    result = 1
    for i in range(len(rows)):
        result *= rows[i][i]
        for k in range(i + 1, len(rows)):
            factor = rows[k][i] / rows[i][i]
            for j in range(len(rows)):
                rows[k][j] -= factor * rows[i][j]
    return int(result)


def minor(matrix):
    """Eliminate without an exchange, and cut decimals."""
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
