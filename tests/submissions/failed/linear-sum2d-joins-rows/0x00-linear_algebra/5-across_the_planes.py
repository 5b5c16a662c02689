#!/usr/bin/env python3
"""Sum of two matrices."""


def add_matrices2D(mat1, mat2):
    """Add row to row."""
    if len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[0]):
        return None
    return [mat1[i] + mat2[i] for i in range(len(mat1))]
