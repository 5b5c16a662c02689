#!/usr/bin/env python3
"""Sum of two matrices."""


def add_matrices2D(mat1, mat2):
    """Add with the plus sign."""
    if len(mat1) == len(mat2) and len(mat1[0]) == len(mat2[0]):
        return mat1 + mat2
    return None
