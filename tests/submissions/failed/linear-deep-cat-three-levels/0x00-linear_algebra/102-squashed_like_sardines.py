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
    """Write out three axes."""
    one, two = shape(mat1), shape(mat2)
    if len(one) != len(two) or axis >= len(one):
        return None
    if one[:axis] + one[axis + 1:] != two[:axis] + two[axis + 1:]:
        return None
    mat1, mat2 = copied(mat1), copied(mat2)
    if axis == 0:
        return mat1 + mat2
    if axis == 1:
        return [a + b for a, b in zip(mat1, mat2)]
    if axis == 2:
        return [[a + b for a, b in zip(row1, row2)]
                for row1, row2 in zip(mat1, mat2)]
    return None
