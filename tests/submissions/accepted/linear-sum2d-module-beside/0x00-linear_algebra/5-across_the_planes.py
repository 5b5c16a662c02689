#!/usr/bin/env python3
"""Sum of two matrices."""
from rows import add_rows

matrix_shape = __import__("2-size_me_please").matrix_shape


def add_matrices2D(mat1, mat2):
    """Use my own module and my own task of this folder."""
    if matrix_shape(mat1) != matrix_shape(mat2):
        return None
    return [add_rows(row1, row2) for row1, row2 in zip(mat1, mat2)]
