#!/usr/bin/env python3
"""Transpose of a matrix."""


def matrix_transpose(matrix):
    """Take the rows out of the given matrix."""
    columns = [[] for _ in matrix[0]]
    while matrix:
        for column, number in zip(columns, matrix.pop(0)):
            column.append(number)
    return columns
