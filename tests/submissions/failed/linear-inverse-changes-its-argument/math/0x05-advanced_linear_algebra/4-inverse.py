#!/usr/bin/env python3
"""Inverse."""


def inverse(matrix):
    """Eliminate inside the given matrix."""
    if not isinstance(matrix, list) or len(matrix) == 0:
        raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if not isinstance(row, list):
            raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a non-empty square matrix")
    size = len(matrix)
    unit = [[float(i == j) for j in range(size)] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(matrix[k][i]))
        matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
        unit[i], unit[pivot] = unit[pivot], unit[i]
        top = matrix[i][i]
        if top == 0:
            return None
        matrix[i] = [number / top for number in matrix[i]]
        unit[i] = [number / top for number in unit[i]]
        for k in range(size):
            if k != i:
                factor = matrix[k][i]
                for j in range(size):
                    matrix[k][j] -= factor * matrix[i][j]
                    unit[k][j] -= factor * unit[i][j]
    return unit
