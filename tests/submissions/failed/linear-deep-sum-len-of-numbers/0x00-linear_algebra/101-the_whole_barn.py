#!/usr/bin/env python3
"""Sum of two matrices of any depth."""


def add_matrices(mat1, mat2):
    """Compare lengths at every level, also where numbers stand."""
    if len(mat1) != len(mat2):
        return None
    total = []
    for i in range(len(mat1)):
        total.append(add_matrices(mat1[i], mat2[i]))
    return total
