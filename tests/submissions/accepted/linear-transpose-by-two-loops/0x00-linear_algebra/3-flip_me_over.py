#!/usr/bin/env python3
"""Transpose of a matrix."""


def matrix_transpose(matrix):
    """Fill row after row of the new matrix."""
    rows = len(matrix)
    columns = len(matrix[0])
    new = []
    for j in range(columns):
        row = []
        for i in range(rows):
            row.append(matrix[i][j])
        new.append(row)
    return new
