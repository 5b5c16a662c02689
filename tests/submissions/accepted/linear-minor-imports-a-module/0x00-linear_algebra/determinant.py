#!/usr/bin/env python3
"""Determinant and parts of a matrix."""


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
