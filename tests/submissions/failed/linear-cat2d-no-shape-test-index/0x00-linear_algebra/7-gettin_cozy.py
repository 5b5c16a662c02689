#!/usr/bin/env python3
"""Two matrices in one."""


def cat_matrices2D(mat1, mat2, axis=0):
    """Join whatever comes, row by row."""
    new = [row[:] for row in mat1]
    if axis == 0:
        for row in mat2:
            new.append(row[:])
    else:
        for i in range(len(new)):
            new[i] += mat2[i]
    return new
