#!/usr/bin/env python3
"""Determinant."""


def determinant(matrix):
    """Write the 3x3 formula as in the book."""
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
        return a(e * i - f * h) - b(d * i - f * g) + c(d * h - e * g)
    total = 0
    for j in range(len(matrix)):
        smaller = [row[:j] + row[j + 1:] for row in matrix[1:]]
        total += (-1) ** j * matrix[0][j] * determinant(smaller)
    return total
