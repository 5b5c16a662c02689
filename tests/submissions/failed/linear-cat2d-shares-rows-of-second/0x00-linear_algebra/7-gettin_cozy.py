#!/usr/bin/env python3
"""Two matrices in one."""


def cat_matrices2D(mat1, mat2, axis=0):
    """Copy the rows of the first matrix only."""
    new = [row[:] for row in mat1]
    if axis == 0 and len(mat1[0]) == len(mat2[0]):
        for row in mat2:
            new.append(row)
        return new
    if axis == 1 and len(mat1) == len(mat2):
        for i in range(len(new)):
            new[i].extend(mat2[i])
        return new
    return None
