#!/usr/bin/env python3
"""Sum of two matrices of any depth."""


def add_matrices(mat1, mat2):
    """Give None when the types differ, so also for int and float."""
    if type(mat1) != type(mat2):
        return None
    if type(mat1) != list:
        return mat1 + mat2
    if len(mat1) != len(mat2):
        return None
    result = []
    for i in range(len(mat1)):
        part = add_matrices(mat1[i], mat2[i])
        if part is None:
            return None
        result.append(part)
    return result
