#!/usr/bin/env python3
"""Two matrices of any depth in one."""
import copy


def shape(matrix):
    """Sizes from the outside to the inside."""
    if isinstance(matrix, list):
        return [len(matrix)] + shape(matrix[0])
    return []


def cat_matrices(mat1, mat2, axis=0):
    """Let the library copy."""
    one, two = shape(mat1), shape(mat2)
    if len(one) != len(two) or axis >= len(one):
        return None
    if one[:axis] + one[axis + 1:] != two[:axis] + two[axis + 1:]:
        return None
    if axis == 0:
        return copy.deepcopy(mat1) + copy.deepcopy(mat2)
    return [cat_matrices(a, b, axis - 1) for a, b in zip(mat1, mat2)]
