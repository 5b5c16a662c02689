#!/usr/bin/env python3
"""Normal distribution: the bell around a mean."""


class Normal:
    """Values that lie around a mean, near ones more often than far ones.

    mean: float, the middle of the bell
    stddev: float, the standard deviation, above 0, in the unit of mean
    Source: lesson 0x03, section "Normal"
    """

    e = 2.7182818285
    pi = 3.1415926536

    def __init__(self, data=None, mean=0., stddev=1.):
        """Take mean and deviation from the data, or as they are given.

        data: list of at least 2 numbers, the whole population; mean and
            stddev are ignored then
        mean: number, used when there is no data
        stddev: number above 0, used when there is no data
        Raises: TypeError("data must be a list") if data is no list;
            ValueError("data must contain multiple values") if data has
            fewer than 2 values;
            ValueError("stddev must be a positive value") if stddev is
            used and is 0 or below
        """
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
            self.mean = float(sum(data) / len(data))
            squares = sum((value - self.mean) ** 2 for value in data)
            self.stddev = float((squares / len(data)) ** 0.5)

    def z_score(self, x):
        """Return how many deviations x lies above the mean.

        x: number in the unit of mean
        Returns: number without unit, below 0 if x is below the mean
        """
        return (x - self.mean) / self.stddev

    def x_value(self, z):
        """Return the value that lies z deviations above the mean.

        z: number without unit
        Returns: number in the unit of mean
        """
        return self.mean + z * self.stddev

    def pdf(self, x):
        """Return the density at x.

        x: number in the unit of mean
        Returns: number above 0; it may be above 1
        """
        top = self.e ** (-self.z_score(x) ** 2 / 2)
        return top / (self.stddev * (2 * self.pi) ** 0.5)

    def cdf(self, x):
        """Return the probability of a value of at most x.

        The error function is cut after 5 terms:
        2 / root(pi) * (t - t^3/3 + t^5/10 - t^7/42 + t^9/216).

        x: number in the unit of mean, at most 2 deviations away from it;
            the series is no probability far out
        Returns: number in [0, 1] for such an x
        """
        t = self.z_score(x) / 2 ** 0.5
        series = t - t ** 3 / 3 + t ** 5 / 10 - t ** 7 / 42 + t ** 9 / 216
        return (1 + 2 / self.pi ** 0.5 * series) / 2
