#!/usr/bin/env python3
"""A wrong way."""


def summation_i_squared(n):
    if not isinstance(n, int) or n == 0:
        return None
    return n * (n + 1) * (n * 2 + 1) // 6
