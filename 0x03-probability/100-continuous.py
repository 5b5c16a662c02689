#!/usr/bin/env python3
"""Belief in a range of probabilities after the data."""
from scipy import special


def posterior(x, n, p1, p2):
    """Return the belief that the probability lies between p1 and p2.

    Before the data each probability from 0 to 1 is believed alike (the
    uniform prior).

    x: int, number of successes, 0 <= x <= n
    n: int, number of trials, above 0
    p1: float in [0, 1], lower end of the range
    p2: float in [0, 1], upper end of the range, above p1
    Returns: number in [0, 1]
    Raises ValueError, tested in this order:
        "n must be a positive integer";
        "x must be an integer that is greater than or equal to 0";
        "x cannot be greater than n";
        "p1 must be a float in the range [0, 1]", the same for p2;
        "p2 must be greater than p1"
    Source: lesson 0x03, section "Bayes"
    """
    if not isinstance(n, int) or n <= 0:
        raise ValueError("n must be a positive integer")
    if not isinstance(x, int) or x < 0:
        raise ValueError("x must be an integer that is greater than or "
                         "equal to 0")
    if x > n:
        raise ValueError("x cannot be greater than n")
    if not isinstance(p1, float) or p1 < 0 or p1 > 1:
        raise ValueError("p1 must be a float in the range [0, 1]")
    if not isinstance(p2, float) or p2 < 0 or p2 > 1:
        raise ValueError("p2 must be a float in the range [0, 1]")
    if p2 <= p1:
        raise ValueError("p2 must be greater than p1")
    # The belief after the data is a beta distribution; betainc is its cdf.
    upper = special.betainc(x + 1, n - x + 1, p2)
    lower = special.betainc(x + 1, n - x + 1, p1)
    return upper - lower
