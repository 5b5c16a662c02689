#!/usr/bin/env python3
"""Two matrices of any depth in one."""


def shape(matrix):
    """Sizes from the outside to the inside."""
    sizes = []
    while type(matrix) is list:
        sizes.append(len(matrix))
        matrix = matrix[0]
    return sizes


def copy(matrix):
    """Copy down to the numbers."""
    if type(matrix) is list:
        return [copy(part) for part in matrix]
    return matrix


def join(mat1, mat2, axis):
    """Join two matrices that fit."""
    if axis == 0:
        return copy(mat1 + mat2)
    return [join(a, b, axis - 1) for a, b in zip(mat1, mat2)]


def cat_matrices(mat1, mat2, axis=0):
    """Compare the shapes but for the axis, then join."""
    shape1, shape2 = shape(mat1), shape(mat2)
    if len(shape1) != len(shape2) or axis >= len(shape1):
        return None
    for i in range(len(shape1)):
        if i != axis and shape1[i] != shape2[i]:
            return None
    return join(mat1, mat2, axis)
