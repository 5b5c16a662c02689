#!/usr/bin/env python3
"""Poisson distribution: how often something happens in a fixed time."""


class Poisson:
    """Counts of events that happen on their own, at a steady rate.

    lambtha: float, mean number of events in the interval, above 0
    Source: lesson 0x03, section "Poisson and exponential"
    """

    e = 2.7182818285

    def __init__(self, data=None, lambtha=1.):
        """Take the mean from the data, or as it is given.

        data: list of at least 2 counts; lambtha is ignored then
        lambtha: number above 0, used when there is no data
        Raises: TypeError("data must be a list") if data is no list;
            ValueError("data must contain multiple values") if data has
            fewer than 2 values;
            ValueError("lambtha must be a positive value") if lambtha is
            used and is 0 or below
        """
        if data is None:
            if lambtha <= 0:
                raise ValueError("lambtha must be a positive value")
            self.lambtha = float(lambtha)
        else:
            if not isinstance(data, list):
                raise TypeError("data must be a list")
            if len(data) < 2:
                raise ValueError("data must contain multiple values")
            self.lambtha = float(sum(data) / len(data))

    def pmf(self, k):
        """Return the probability of exactly k events.

        k: number of events; decimals are cut, 5.9 counts as 5
        Returns: number in [0, 1]; 0 if k is below 0
        """
        k = int(k)
        if k < 0:
            return 0
        factorial = 1
        for number in range(2, k + 1):
            factorial *= number
        return self.e ** -self.lambtha * self.lambtha ** k / factorial

    def cdf(self, k):
        """Return the probability of at most k events.

        k: number of events; decimals are cut, 5.9 counts as 5
        Returns: number in [0, 1]; 0 if k is below 0
        """
        return sum(self.pmf(number) for number in range(int(k) + 1))
