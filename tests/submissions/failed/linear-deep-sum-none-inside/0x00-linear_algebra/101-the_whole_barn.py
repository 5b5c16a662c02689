#!/usr/bin/env python3
"""Sum of two matrices of any depth."""


def add_matrices(mat1, mat2):
    """Add whatever the recursion gives."""
    if type(mat1) is list and type(mat2) is list:
        if len(mat1) != len(mat2):
            return None
        return [add_matrices(a, b) for a, b in zip(mat1, mat2)]
    if type(mat1) is list or type(mat2) is list:
        return None
    return mat1 + mat2
