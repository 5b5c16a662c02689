#!/usr/bin/env python3
"""Normal distribution."""
E = 2.7182818285
PI = 3.1415926536


class Normal:
    """Values around a mean."""

    def __init__(self, data=None, mean=0., stddev=1.):
        """Store mean and deviation."""
        if data is None:
            if stddev <= 0:
                raise ValueError("stddev must be a positive value")
            self.mean = float(mean)
            self.stddev = float(stddev)
        else:
            if not isinstance(data, list):
                raise TypeError("data must be a list")
            if len(data) < 2:
                raise ValueError("data must contain multiple values")
            self.mean = sum(data) / len(data)
            squares = sum([(x - self.mean) ** 2 for x in data])
            self.stddev = (squares / len(data)) ** .5

    def z_score(self, x):
        """Give the score of x."""
        return (x - self.mean) / self.stddev

    def x_value(self, z):
        """Give the value of a score."""
        return z * self.stddev + self.mean

    def pdf(self, x):
        """Give the density at x."""
        power = -((x - self.mean) / self.stddev) ** 2 / 2
        return E ** power / self.stddev / (2 * PI) ** .5

    def cdf(self, x):
        """Give the probability of at most x."""
        t = (x - self.mean) / (self.stddev * 2 ** .5)
        erf = t - t ** 3 / 3 + t ** 5 / 10 - t ** 7 / 42
        return .5 * (1 + 2 / PI ** .5 * erf)
