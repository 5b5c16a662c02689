#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Forget what stands behind the point."""
    if not isinstance(n, (int, float)) or n < 1:
        return None
    n = int(n)
    return n * (n + 1) * (2 * n + 1) // 6
