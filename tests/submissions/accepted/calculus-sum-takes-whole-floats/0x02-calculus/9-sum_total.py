#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Take 5.0 for 5."""
    if not isinstance(n, (int, float)) or n < 1 or n != int(n):
        return None
    return sum(map(lambda i: i * i, range(1, int(n) + 1)))
