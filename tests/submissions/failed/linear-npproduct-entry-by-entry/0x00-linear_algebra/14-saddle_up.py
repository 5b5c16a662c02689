#!/usr/bin/env python3
"""Matrix product."""


def np_matmul(mat1, mat2):
    """Use the star."""
    return mat1 * mat2
