#!/usr/bin/env python3
"""Poisson distribution."""


class Poisson:
    """Counts of events."""

    def __init__(self, data=None, lambtha=1.):
        """Store the mean."""
        if lambtha <= 0:
            raise ValueError("lambtha must be a positive value")
        if data is None:
            self.lambtha = float(lambtha)
        else:
            if not isinstance(data, list):
                raise TypeError("data must be a list")
            if len(data) < 2:
                raise ValueError("data must contain multiple values")
            self.lambtha = sum(data) / len(data)

    def pmf(self, k):
        """Give the probability of k."""
        k = int(k)
        if k < 0:
            return 0
        value = 2.7182818285 ** -self.lambtha
        for i in range(1, k + 1):
            value *= self.lambtha / i
        return value

    def cdf(self, k):
        """Give the probability of at most k."""
        return sum([self.pmf(i) for i in range(int(k) + 1)])
