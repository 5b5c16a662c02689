#!/usr/bin/env python3
"""Probability of the data, whatever the belief."""
import math
import numpy as np


def marginal(x, n, P, Pr):
    """Return how probable x of n is in all.

    x: int, number of successes, 0 <= x <= n
    n: int, number of trials, above 0
    P: array of floats in [0, 1], shape (m,): possible probabilities of a
        success
    Pr: array of floats in [0, 1], shape (m,), sum 1: prior belief in each
        entry of P
    Returns: number in [0, 1]: the sum of likelihood times prior
    Raises, tested in this order:
        ValueError("n must be a positive integer");
        ValueError("x must be an integer that is greater than or equal to
        0") (in 1 line);
        ValueError("x cannot be greater than n");
        TypeError("P must be a 1D numpy.ndarray");
        TypeError("Pr must be a numpy.ndarray with the same shape as P");
        ValueError("All values in P must be in the range [0, 1]"), the same
        for Pr;
        ValueError("Pr must sum to 1")
    Source: lesson 0x03, section "Bayes"
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
    if not isinstance(Pr, np.ndarray) or Pr.shape != P.shape:
        raise TypeError("Pr must be a numpy.ndarray with the same shape as P")
    if np.any(P < 0) or np.any(P > 1):
        raise ValueError("All values in P must be in the range [0, 1]")
    if np.any(Pr < 0) or np.any(Pr > 1):
        raise ValueError("All values in Pr must be in the range [0, 1]")
    # Decimals in a computer are rounded: the sum may miss 1 by a little.
    if not np.isclose(np.sum(Pr), 1):
        raise ValueError("Pr must sum to 1")
    likelihood = math.comb(n, x) * P ** x * (1 - P) ** (n - x)
    return np.sum(likelihood * Pr)
