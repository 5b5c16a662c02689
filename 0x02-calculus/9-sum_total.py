#!/usr/bin/env python3
"""Sum of the first squares."""


def summation_i_squared(n):
    """Add the squares of the whole numbers 1 to n, without a loop.

    n: int, at least 1; the last number whose square is added
    Returns: int, or None if n is not an int or is below 1
    Source: lesson 0x02, section "Sum and product signs"
    """
    # The type comes first: a text cannot be compared with 1.
    if not isinstance(n, int) or n < 1:
        return None
    # 6 always divides this product, and `//` keeps it a whole number.
    return n * (n + 1) * (2 * n + 1) // 6
