#!/usr/bin/env python3
"""Matrix product of two numpy arrays."""
import numpy as np


def np_matmul(mat1, mat2):
    """Multiply two matrices, row by column.

    mat1: (n, k) array
    mat2: (k, m) array
    Returns: (n, m) new array
    Raises: ValueError (by numpy) if the inner sizes differ
    Source: lesson 0x00, section "Matrix product"
    """
    return np.matmul(mat1, mat2)
