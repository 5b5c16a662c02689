#!/usr/bin/env python3
"""Sum of two matrices of any depth."""


def add_matrices(mat1, mat2):
    """Leave the recursion by an exception of its own."""
    def add(one, two):
        if isinstance(one, list) != isinstance(two, list):
            raise ValueError("depths differ")
        if not isinstance(one, list):
            return one + two
        if len(one) != len(two):
            raise ValueError("sizes differ")
        return [add(a, b) for a, b in zip(one, two)]

    try:
        return add(mat1, mat2)
    except ValueError:
        return None
