#!/usr/bin/env python3
"""Squares in a loop."""


def summation_i_squared(n):
    """Add square after square."""
    if not isinstance(n, int) or n < 1:
        return None
    total = 0
    for i in range(1, n + 1):
        total += i * i
    return total
