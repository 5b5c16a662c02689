#!/usr/bin/env python3
"""Matrix product."""


def mat_mul(mat1, mat2):
    """Rows by columns, columns by zip."""
    if len(mat1[0]) != len(mat2):
        return None
    return [[sum(a * b for a, b in zip(row, column))
             for column in zip(*mat2)] for row in mat1]
