#!/usr/bin/env python3
"""Add two matrices of any depth."""


def add_matrices(mat1, mat2):
    """Add two nested lists number by number.

    mat1: nested list of numbers, any depth, shape (rows, columns, ...)
    mat2: nested list of numbers
    Returns: new nested list of the same shape, or None for the whole
        result if the shapes or the depths differ
    Raises: nothing
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    if not isinstance(mat1, list) and not isinstance(mat2, list):
        return mat1 + mat2
    # One side is already a number while the other goes deeper.
    if not isinstance(mat1, list) or not isinstance(mat2, list):
        return None
    if len(mat1) != len(mat2):
        return None
    total = []
    for part1, part2 in zip(mat1, mat2):
        part = add_matrices(part1, part2)
        if part is None:
            return None
        total.append(part)
    return total
