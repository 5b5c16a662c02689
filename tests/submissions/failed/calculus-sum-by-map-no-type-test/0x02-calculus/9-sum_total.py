#!/usr/bin/env python3
"""Add squares."""


def summation_i_squared(n):
    """Add squares."""
    if n < 1:
        return None
    return sum(map(lambda i: i ** 2, range(1, n + 1)))
