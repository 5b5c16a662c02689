#!/usr/bin/env python3
"""Determinant."""


def eliminate(matrix):
    """Eliminate, with an exchange of rows where a pivot is 0."""
    rows = [row[:] for row in matrix]
    result = 1
    for i in range(len(rows)):
        k = i
        while k < len(rows) and rows[k][i] == 0:
            k += 1
        if k == len(rows):
            return 0
        if k != i:
            rows[i], rows[k] = rows[k], rows[i]
            result = -result
        result *= rows[i][i]
        for k in range(i + 1, len(rows)):
            factor = rows[k][i] / rows[i][i]
            for j in range(i, len(rows)):
                rows[k][j] -= factor * rows[i][j]
    return result


def determinant(matrix):
    """Test, then eliminate; the result is a float."""
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
    return float(eliminate(matrix))
