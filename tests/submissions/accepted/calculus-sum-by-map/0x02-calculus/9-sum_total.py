#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Let map square and sum add."""
    if type(n) is not int or n < 1:
        return None
    return sum(map(lambda i: i ** 2, range(1, n + 1)))
