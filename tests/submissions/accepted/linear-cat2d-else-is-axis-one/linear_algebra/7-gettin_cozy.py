#!/usr/bin/env python3
"""Two matrices in one."""


def cat_matrices2D(mat1, mat2, axis=0):
    """Take every axis but 0 for axis 1."""
    if axis == 0:
        if len(mat1[0]) != len(mat2[0]):
            return None
        return [list(row) for row in mat1] + [list(row) for row in mat2]
    else:
        if len(mat1) != len(mat2):
            return None
        return [mat1[i] + mat2[i] for i in range(len(mat1))]
