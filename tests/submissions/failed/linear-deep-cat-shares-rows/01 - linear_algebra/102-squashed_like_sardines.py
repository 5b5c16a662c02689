#!/usr/bin/env python3
"""Two matrices of any depth in one."""


def shape(matrix):
    """Sizes from the outside to the inside."""
    if isinstance(matrix, list):
        return [len(matrix)] + shape(matrix[0])
    return []


def cat_matrices(mat1, mat2, axis=0):
    """Join with the plus sign."""
    shape1, shape2 = shape(mat1), shape(mat2)
    if len(shape1) != len(shape2) or axis >= len(shape1):
        return None
    del shape1[axis]
    del shape2[axis]
    if shape1 != shape2:
        return None
    if axis == 0:
        return mat1 + mat2
    return [cat_matrices(a, b, axis - 1) for a, b in zip(mat1, mat2)]
