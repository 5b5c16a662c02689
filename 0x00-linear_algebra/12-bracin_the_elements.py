#!/usr/bin/env python3
"""The four operations on two numpy arrays, entry by entry."""


def np_elementwise(mat1, mat2):
    """Add, subtract, multiply and divide entry by entry.

    mat1: array of any shape
    mat2: array of the same shape, a number, or an array that numpy
        stretches over mat1; no entry is 0
    Returns: tuple of four arrays: sum, difference, product and true
        quotient
    Source: lesson 0x00, section "numpy arrays"
    """
    return mat1 + mat2, mat1 - mat2, mat1 * mat2, mat1 / mat2
