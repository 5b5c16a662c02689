#!/usr/bin/env python3
"""Sum of two matrices."""


def add_matrices2D(mat1, mat2):
    """Compare both sizes, then add number by number."""
    if len(mat1) != len(mat2):
        return None
    total = []
    for i in range(len(mat1)):
        if len(mat1[i]) != len(mat2[i]):
            return None
        row = []
        for j in range(len(mat1[i])):
            row.append(mat1[i][j] + mat2[i][j])
        total.append(row)
    return total
