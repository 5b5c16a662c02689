#!/usr/bin/env python3
"""Two matrices joined below or beside each other."""


def cat_matrices2D(mat1, mat2, axis=0):
    """Join two matrices along an axis.

    mat1: (rows1, columns1) list of rows, not empty; it stays as it is
    mat2: (rows2, columns2) list of rows, not empty; it stays as it is
    axis: 0 puts mat2 below mat1, 1 puts it to the right of mat1
    Returns: new list of new rows: (rows1 + rows2, columns1) for axis 0,
        (rows1, columns1 + columns2) for axis 1; None if the other size
        differs
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    if axis == 0 and len(mat1[0]) == len(mat2[0]):
        # mat1 + mat2 alone would hold the same row objects: copy each row.
        return [row.copy() for row in mat1 + mat2]
    if axis == 1 and len(mat1) == len(mat2):
        return [row1 + row2 for row1, row2 in zip(mat1, mat2)]
    return None
