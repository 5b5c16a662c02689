#!/usr/bin/env python3
"""Exponential distribution: how long one waits for the next event."""


class Exponential:
    """Waiting times between events that happen at a steady rate.

    lambtha: float, mean number of events in 1 unit of time, above 0
    Source: lesson 0x03, section "Poisson and exponential"
    """

    e = 2.7182818285

    def __init__(self, data=None, lambtha=1.):
        """Take the rate from the data, or as it is given.

        data: list of at least 2 waiting times; lambtha is ignored then
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
            # A mean wait of 0.5 units is a rate of 2 events in 1 unit.
            self.lambtha = float(len(data) / sum(data))

    def pdf(self, x):
        """Return the density at the waiting time x.

        x: units of time, any number; it is not cut to a whole number
        Returns: number, 0 or above (it may be above 1); 0 if x is below 0
        """
        if x < 0:
            return 0
        return self.lambtha * self.e ** (-self.lambtha * x)

    def cdf(self, x):
        """Return the probability of a waiting time of at most x.

        x: units of time, any number; it is not cut to a whole number
        Returns: number in [0, 1]; 0 if x is below 0
        """
        if x < 0:
            return 0
        return 1 - self.e ** (-self.lambtha * x)
