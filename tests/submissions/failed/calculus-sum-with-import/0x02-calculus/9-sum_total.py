#!/usr/bin/env python3
"""Squares with a tool from a module."""
from functools import reduce


def summation_i_squared(n):
    """Add square after square."""
    if not isinstance(n, int) or n < 1:
        return None
    return reduce(lambda total, i: total + i * i, range(n + 1))
