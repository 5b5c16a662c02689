#!/usr/bin/env python3
"""Squares in a list."""


def summation_i_squared(n):
    """Add a list of squares."""
    if not isinstance(n, int) or n < 1:
        return None
    return sum([i * i for i in range(1, n + 1)])
