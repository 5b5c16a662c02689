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


def join(mat1, mat2, axis):
    """Join two matrices that fit."""
    if axis == 0:
        return copied(mat1) + copied(mat2)
    return [join(a, b, axis - 1) for a, b in zip(mat1, mat2)]


def cat_matrices(mat1, mat2, axis=0):
    """Take the axis out of both shapes, whether it is there or not."""
    one, two = shape(mat1), shape(mat2)
    if len(one) != len(two):
        return None
    one.pop(axis)
    two.pop(axis)
    if one != two:
        return None
    return join(mat1, mat2, axis)
