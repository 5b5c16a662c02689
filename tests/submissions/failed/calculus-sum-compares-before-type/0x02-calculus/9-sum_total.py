#!/usr/bin/env python3
"""A wrong way."""


def summation_i_squared(n):
    if n < 1 or type(n) is not int:
        return None
    return sum(map(lambda i: i * i, range(n + 1)))
