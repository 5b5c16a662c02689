#!/usr/bin/env python3
"""Four operations."""


def np_elementwise(mat1, mat2):
    """Multiply with the at sign."""
    return mat1 + mat2, mat1 - mat2, mat1 @ mat2, mat1 / mat2
