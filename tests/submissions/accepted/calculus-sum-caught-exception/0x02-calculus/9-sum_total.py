#!/usr/bin/env python3
"""A right way."""


def summation_i_squared(n):
    """Let range refuse what is no whole number."""
    try:
        return sum(map(lambda i: i * i, range(n + 1))) if n > 0 else None
    except TypeError:
        return None
