#!/usr/bin/env python3
"""Four operations."""


def np_elementwise(mat1, mat2):
    """Put the four results into a list."""
    return [mat1 + mat2, mat1 - mat2, mat1 * mat2, mat1 / mat2]
