#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Use the formula, and show it at once."""
    if type(n) is not int or n < 1:
        return None
    return n * (n + 1) * (2 * n + 1) // 6


print(summation_i_squared(5))
if __name__ == "__main__":
    for n in range(3):
        print(n, summation_i_squared(n))
