#!/usr/bin/env python3
"""Transpose of a matrix."""


def matrix_transpose(matrix):
    """Fill a matrix of zeros."""
    result = [[0] * len(matrix)] * len(matrix[0])
    for i, row in enumerate(matrix):
        for j, number in enumerate(row):
            result[j][i] = number
    return result
