#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Add the last square to the sum of the others."""
    if not isinstance(n, int) or n < 1:
        return None
    if n == 1:
        return 1
    return n * n + summation_i_squared(n - 1)
