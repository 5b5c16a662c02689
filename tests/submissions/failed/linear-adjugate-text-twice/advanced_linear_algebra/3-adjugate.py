#!/usr/bin/env python3
"""Adjugate."""

LISTS = "matrix must be a list of lists"
SQUARE = "matrix must be a non-empty square matrix"


def part(matrix, i, j):
    """Leave row i and column j out."""
    return [row[:j] + row[j + 1:] for row in matrix[:i] + matrix[i + 1:]]


def determinant(matrix):
    """Expand along the first row."""
    if len(matrix) == 0:
        return 1
    total = 0
    for j in range(len(matrix)):
        total += (-1) ** j * matrix[0][j] * determinant(part(matrix, 0, j))
    return total


def adjugate(matrix):
    """Say everything twice."""
    if not isinstance(matrix, (list, tuple, str)) or len(matrix) == 0:
        raise TypeError(LISTS + "\n" + LISTS)
    if not all(isinstance(row, (list, tuple, str)) for row in matrix):
        raise TypeError(LISTS + "\n" + LISTS)
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError(SQUARE + "\n" + SQUARE)
    matrix = [list(row) for row in matrix]
    size = range(len(matrix))
    return [[(-1) ** (i + j) * determinant(part(matrix, j, i))
             for j in size] for i in size]
