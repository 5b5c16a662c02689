#!/usr/bin/env python3
"""Determinant."""


def determinant(matrix):
    """Count before the outer list is tested."""
    if len(matrix) == 0:
        raise TypeError("matrix must be a list of lists")
    if type(matrix) is not list:
        raise TypeError("matrix must be a list of lists")
    if not all(type(row) is list for row in matrix):
        raise TypeError("matrix must be a list of lists")
    if matrix == [[]]:
        return 1
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a square matrix")
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for j in range(len(matrix)):
        smaller = [row[:j] + row[j + 1:] for row in matrix[1:]]
        total += (-1) ** j * matrix[0][j] * determinant(smaller)
    return total
