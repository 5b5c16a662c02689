#!/usr/bin/env python3
"""Binomial distribution: successes in a fixed number of trials."""


class Binomial:
    """Number of successes in n trials that do not touch each other.

    n: int, number of trials, above 0
    p: float, probability of a success in 1 trial, above 0 and below 1
    Source: lesson 0x03, section "Binomial"
    """

    def __init__(self, data=None, n=1, p=0.5):
        """Take n and p from the data, or as they are given.

        data: list of at least 2 numbers of successes, the whole
            population; n and p are ignored then
        n: number of trials, used when there is no data
        p: probability of a success, used when there is no data
        Raises: TypeError("data must be a list") if data is no list;
            ValueError("data must contain multiple values") if data has
            fewer than 2 values;
            ValueError("n must be a positive value") if n is used and is
            0 or below;
            ValueError("p must be greater than 0 and less than 1") if p
            is used and is not between 0 and 1
        """
        if data is None:
            if n <= 0:
                raise ValueError("n must be a positive value")
            if p <= 0 or p >= 1:
                raise ValueError("p must be greater than 0 and less than 1")
            self.n = int(n)
            self.p = float(p)
        else:
            if not isinstance(data, list):
                raise TypeError("data must be a list")
            if len(data) < 2:
                raise ValueError("data must contain multiple values")
            mean = sum(data) / len(data)
            variance = sum((value - mean) ** 2 for value in data) / len(data)
            # The mean is n * p and the variance is n * p * (1 - p).
            self.n = int(round(mean / (1 - variance / mean)))
            # n is a whole number now, so p moves to keep n * p = mean.
            self.p = float(mean / self.n)

    def pmf(self, k):
        """Return the probability of exactly k successes.

        k: number of successes; decimals are cut, 5.9 counts as 5
        Returns: number in [0, 1]; 0 if k is below 0 or above n
        """
        k = int(k)
        if k < 0 or k > self.n:
            return 0
        ways = 1
        for step in range(1, k + 1):
            # Always without rest: it is the number of ways for `step`.
            ways = ways * (self.n - step + 1) // step
        return ways * self.p ** k * (1 - self.p) ** (self.n - k)

    def cdf(self, k):
        """Return the probability of at most k successes.

        k: number of successes; decimals are cut, 5.9 counts as 5
        Returns: number in [0, 1]; 0 if k is below 0, 1 if k is above n
        """
        return sum(self.pmf(number) for number in range(int(k) + 1))
