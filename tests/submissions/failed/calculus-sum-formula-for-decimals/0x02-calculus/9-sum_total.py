#!/usr/bin/env python3
"""A wrong way."""


def summation_i_squared(n):
    if not isinstance(n, (int, float)) or n <= 0:
        return None
    return (2 * n + 1) * (n + 1) * n // 6
