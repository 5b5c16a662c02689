#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Refuse True, too."""
    if isinstance(n, bool) or not isinstance(n, int) or n < 1:
        return None
    return (n + 3 * n ** 2 + 2 * n ** 3) // 6
