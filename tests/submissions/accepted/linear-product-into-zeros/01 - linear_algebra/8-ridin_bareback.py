#!/usr/bin/env python3
"""Matrix product."""


def mat_mul(mat1, mat2):
    """Add to a matrix of zeros; decimals come from starting at 0.0."""
    rows, inner, columns = len(mat1), len(mat2), len(mat2[0])
    if inner != len(mat1[0]):
        return None
    result = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for k in range(inner):
            for j in range(columns):
                result[i][j] += mat1[i][k] * mat2[k][j]
    return result
