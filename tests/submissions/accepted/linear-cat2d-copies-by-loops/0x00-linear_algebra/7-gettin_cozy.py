#!/usr/bin/env python3
"""Two matrices in one."""


def cat_matrices2D(mat1, mat2, axis=0):
    """Copy each row, then join."""
    result = [row.copy() for row in mat1]
    if axis == 0:
        if len(mat1[0]) != len(mat2[0]):
            return None
        for row in mat2:
            result.append(row.copy())
        return result
    if axis == 1:
        if len(mat1) != len(mat2):
            return None
        for i in range(len(mat2)):
            result[i] += mat2[i]
        return result
    return None
