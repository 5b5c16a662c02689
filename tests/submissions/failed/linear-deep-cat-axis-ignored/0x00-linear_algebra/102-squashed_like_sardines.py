#!/usr/bin/env python3
"""Two matrices of any depth in one."""


def shape(matrix):
    """Sizes from the outside to the inside."""
    if isinstance(matrix, list):
        return [len(matrix)] + shape(matrix[0])
    return []


def copied(part):
    """Copy down to the numbers."""
    if isinstance(part, list):
        return [copied(inner) for inner in part]
    return part


def cat_matrices(mat1, mat2, axis=0):
    """Put one below the other."""
    if shape(mat1)[1:] != shape(mat2)[1:]:
        return None
    return copied(mat1) + copied(mat2)
