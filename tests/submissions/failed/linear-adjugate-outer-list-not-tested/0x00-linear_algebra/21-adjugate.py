#!/usr/bin/env python3
"""The adjugate."""


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
    """Test the rows only."""
    rows = [row for row in matrix]
    if rows == [] or not all(type(row) is list for row in rows):
        raise TypeError("matrix must be a list of lists")
    matrix = rows
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a non-empty square matrix")
    size = range(len(matrix))
    return [[(-1) ** (i + j) * determinant(part(matrix, j, i))
             for j in size] for i in size]
