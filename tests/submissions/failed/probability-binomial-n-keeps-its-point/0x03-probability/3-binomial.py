#!/usr/bin/env python3
"""Binomial distribution."""


class Binomial:
    """Successes in n trials."""

    def __init__(self, data=None, n=1, p=0.5):
        """Store n and p."""
        if data is None:
            if n <= 0:
                raise ValueError("n must be a positive value")
            if p <= 0 or p >= 1:
                raise ValueError("p must be greater than 0 and less than 1")
            self.n = n
            self.p = float(p)
        else:
            if not isinstance(data, list):
                raise TypeError("data must be a list")
            if len(data) < 2:
                raise ValueError("data must contain multiple values")
            mean = sum(data) / len(data)
            variance = sum([(x - mean) ** 2 for x in data]) / len(data)
            first = 1 - variance / mean
            self.n = round(mean / first)
            self.p = mean / self.n

    @staticmethod
    def factorial(n):
        """Multiply the numbers from 1 to n."""
        product = 1
        for i in range(2, n + 1):
            product *= i
        return product

    def pmf(self, k):
        """Give the probability of k."""
        k = int(k)
        if k < 0 or k > self.n:
            return 0
        ways = self.factorial(self.n) / (
            self.factorial(k) * self.factorial(self.n - k))
        return ways * self.p ** k * (1 - self.p) ** (self.n - k)

    def cdf(self, k):
        """Give the probability of at most k."""
        return sum([self.pmf(i) for i in range(int(k) + 1)])
