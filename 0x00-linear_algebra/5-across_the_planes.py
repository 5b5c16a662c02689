#!/usr/bin/env python3
"""Sum of two matrices given as lists of rows."""


def add_matrices2D(mat1, mat2):
    """Add the numbers that stand in the same row and column.

    mat1, mat2: (rows, columns) lists of rows, not empty; they stay as
        they are
    Returns: (rows, columns) new list of new rows, or None if the number
        of rows or the number of columns differs
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    if len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[0]):
        return None
    total = []
    for row1, row2 in zip(mat1, mat2):
        total.append([a + b for a, b in zip(row1, row2)])
    return total
