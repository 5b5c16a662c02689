#!/usr/bin/env python3
"""Sum of two matrices."""


def add_matrices2D(mat1, mat2):
    """Compare the first rows."""
    if len(mat1[0]) != len(mat2[0]):
        return None
    total = []
    for row1, row2 in zip(mat1, mat2):
        total.append([a + b for a, b in zip(row1, row2)])
    return total
