#!/usr/bin/env python3
"""Exponential distribution."""


class Exponential:
    """Waiting times."""

    def __init__(self, data=None, lambtha=1.):
        """Store the rate."""
        if data is None:
            if lambtha <= 0:
                raise ValueError("lambtha must be a positive value")
            self.lambtha = float(lambtha)
        else:
            if not isinstance(data, list):
                raise TypeError("data must be a list")
            if len(data) < 2:
                raise ValueError("data must contain multiple values")
            self.lambtha = len(data) / sum(data)

    def pdf(self, x):
        """Give the density at x."""
        if x < 0:
            return 0
        return self.lambtha * 2.7182818285 ** (-self.lambtha * x)

    def cdf(self, x):
        """Give the probability of at most x."""
        if x < 0:
            return 0
        return 1 - 2.7182818285 ** (-self.lambtha * x)
