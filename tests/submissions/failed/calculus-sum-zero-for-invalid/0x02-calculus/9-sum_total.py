#!/usr/bin/env python3
"""A wrong way."""


def summation_i_squared(n):
    if not isinstance(n, int) or n < 1:
        return 0
    return n * (n + 1) * (2 * n + 1) // 6
