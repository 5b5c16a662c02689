#!/usr/bin/env python3
"""Bayes: posterior."""
import math
import numpy as np


def posterior(x, n, P, Pr):
    """Give the posterior of x of n."""
    if not isinstance(n, int) or n <= 0:
        raise ValueError("n must be a positive integer")
    if not isinstance(x, int) or x < 0:
        raise ValueError(
            "x must be an integer that is greater than or equal to 0")
    if x > n:
        raise ValueError("x cannot be greater than n")
    if not isinstance(P, np.ndarray) or len(P.shape) != 1:
        raise TypeError("P must be a 1D numpy.ndarray")
    if not isinstance(Pr, np.ndarray) or Pr.shape != P.shape:
        raise TypeError("Pr must be a numpy.ndarray with the same shape as P")
    for p, belief in zip(P, Pr):
        if p < 0 or p > 1:
            raise ValueError("All values in P must be in the range [0, 1]")
        if belief < 0 or belief > 1:
            raise ValueError("All values in Pr must be in the range [0, 1]")
    if not np.isclose(np.sum(Pr), 1):
        raise ValueError("Pr must sum to 1")
    ways = math.factorial(n) // (math.factorial(x) * math.factorial(n - x))
    both = ways * P ** x * (1 - P) ** (n - x) * Pr
    return both / np.sum(both)
