#!/usr/bin/env python3
"""Transpose of a matrix given as a list of rows."""


def matrix_transpose(matrix):
    """Turn the rows of a matrix into columns.

    matrix: (rows, columns) list of rows, not empty; it stays as it is
    Returns: (columns, rows) new list of new rows
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    turned = []
    for j in range(len(matrix[0])):
        turned.append([row[j] for row in matrix])
    return turned
