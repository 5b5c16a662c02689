#!/usr/bin/env python3
"""Belief in a range."""
from scipy import special


def posterior(x, n, p1, p2):
    """Give the belief in p1 to p2 after x of n."""
    if not isinstance(n, int) or n <= 0:
        raise ValueError("n must be a positive integer")
    if not isinstance(x, int) or x < 0:
        raise ValueError(
            "x must be an integer that is greater than or equal to 0")
    if x > n:
        raise ValueError("x cannot be greater than n")
    for name, p in (("p1", p1), ("p2", p2)):
        text = name + " must be a float in the range [0, 1]"
        if not isinstance(p, float):
            raise TypeError(text)
        if p < 0 or p > 1:
            raise ValueError(text)
    if p2 <= p1:
        raise ValueError("p2 must be greater than p1")
    a, b = x + 1, n - x + 1
    return special.betainc(a, b, p2) - special.betainc(a, b, p1)
