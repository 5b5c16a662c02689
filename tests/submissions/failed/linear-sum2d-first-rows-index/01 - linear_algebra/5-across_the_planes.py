#!/usr/bin/env python3
"""Sum of two matrices."""


def add_matrices2D(mat1, mat2):
    """Compare the first rows."""
    if len(mat1[0]) != len(mat2[0]):
        return None
    total = []
    for i in range(len(mat1)):
        total.append([])
        for j in range(len(mat1[0])):
            total[i].append(mat1[i][j] + mat2[i][j])
    return total
