#!/usr/bin/env python3
"""Two matrices of any depth in one."""


def copied(part):
    """Copy down to the numbers."""
    if isinstance(part, list):
        return [copied(inner) for inner in part]
    return part


def cat(mat1, mat2, axis):
    """Join without a test."""
    if axis == 0:
        return copied(mat1) + copied(mat2)
    return [cat(a, b, axis - 1) for a, b in zip(mat1, mat2)]


def cat_matrices(mat1, mat2, axis=0):
    """Compare the outermost lengths only."""
    if axis != 0 and len(mat1) != len(mat2):
        return None
    return cat(mat1, mat2, axis)
