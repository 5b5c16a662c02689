#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Take the empty sum for 0."""
    if not isinstance(n, int) or n < 0:
        return None
    if n == 0:
        return 0
    return n * n + summation_i_squared(n - 1)
