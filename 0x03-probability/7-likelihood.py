#!/usr/bin/env python3
"""Likelihood of the data for each possible probability."""
import math
import numpy as np


def likelihood(x, n, P):
    """Return how probable x of n is, for each probability in P.

    x: int, number of successes, 0 <= x <= n
    n: int, number of trials, above 0
    P: array of floats in [0, 1], shape (m,): possible probabilities of a
        success
    Returns: array of floats, shape (m,): C(n, x) P^x (1 - P)^(n - x)
    Raises, tested in this order:
        ValueError("n must be a positive integer");
        ValueError("x must be an integer that is greater than or equal to
        0") (in 1 line);
        ValueError("x cannot be greater than n");
        TypeError("P must be a 1D numpy.ndarray");
        ValueError("All values in P must be in the range [0, 1]")
    Source: lesson 0x03, section "Probability and counting"
    """
    if not isinstance(n, int) or n <= 0:
        raise ValueError("n must be a positive integer")
    if not isinstance(x, int) or x < 0:
        raise ValueError("x must be an integer that is greater than or "
                         "equal to 0")
    if x > n:
        raise ValueError("x cannot be greater than n")
    if not isinstance(P, np.ndarray) or P.ndim != 1:
        raise TypeError("P must be a 1D numpy.ndarray")
    if np.any(P < 0) or np.any(P > 1):
        raise ValueError("All values in P must be in the range [0, 1]")
    return math.comb(n, x) * P ** x * (1 - P) ** (n - x)
