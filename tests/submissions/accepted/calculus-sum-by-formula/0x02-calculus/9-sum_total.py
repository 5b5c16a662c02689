#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Use the closed formula."""
    if type(n) is not int or n <= 0:
        return None
    return int(n * (n + 1) * (2 * n + 1) / 6)
