#!/usr/bin/env python3
"""Minors."""
determinant = __import__("0-determinant").determinant


def part(matrix, i, j):
    """Leave row i and column j out."""
    return [row[:j] + row[j + 1:] for row in matrix[:i] + matrix[i + 1:]]


def minor(matrix):
    """Take the determinant from the task before."""
    if not isinstance(matrix, list) or len(matrix) == 0:
        raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if not isinstance(row, list):
            raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a non-empty square matrix")
    if len(matrix) == 1:
        return [[1]]
    size = range(len(matrix))
    return [[determinant(part(matrix, i, j)) for j in size] for i in size]
