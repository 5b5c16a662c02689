#!/usr/bin/env python3
"""Matrix product."""


def mat_mul(mat1, mat2):
    """Let numpy do it, and make lists of its answer."""
    from numpy import dot
    if len(mat1[0]) != len(mat2):
        return None
    return dot(mat1, mat2).tolist()
