#!/usr/bin/env python3
"""Matrix product."""


def mat_mul(mat1, mat2):
    """Three nested loops, but the wrong test."""
    if len(mat1) != len(mat2):
        return None
    result = []
    for i in range(len(mat1)):
        result.append([])
        for j in range(len(mat2[0])):
            total = 0
            for k in range(len(mat2)):
                total += mat1[i][k] * mat2[k][j]
            result[i].append(total)
    return result
