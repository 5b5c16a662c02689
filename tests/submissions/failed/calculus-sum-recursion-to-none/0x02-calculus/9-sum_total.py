#!/usr/bin/env python3
"""A wrong way."""


def summation_i_squared(n):
    if not isinstance(n, int) or n < 1:
        return None
    return n ** 2 + summation_i_squared(n - 1)
