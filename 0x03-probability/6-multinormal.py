#!/usr/bin/env python3
"""Normal distribution of several variables."""
import numpy as np


class MultiNormal:
    """A cloud of points around a mean, with a direction and a width.

    mean: array of floats, shape (d, 1)
    cov: array of floats, shape (d, d), divided by n - 1
    Source: lesson 0x03, section "Two variables"
    """

    def __init__(self, data):
        """Take mean and covariance from the data.

        data: array of numbers, shape (d, n): n data points, 1 a column
            (the other way round than in mean_cov), n >= 2
        Raises: TypeError("data must be a 2D numpy.ndarray") if data is no
            2-D array;
            ValueError("data must contain multiple data points") if n is
            below 2
        """
        if not isinstance(data, np.ndarray) or data.ndim != 2:
            raise TypeError("data must be a 2D numpy.ndarray")
        n = data.shape[1]
        if n < 2:
            raise ValueError("data must contain multiple data points")
        self.mean = np.mean(data, axis=1, keepdims=True)
        centred = data - self.mean
        self.cov = centred @ centred.T / (n - 1)

    def pdf(self, x):
        """Return the density at the point x.

        x: array of numbers, shape (d, 1)
        Returns: float, 0 or above (it may be above 1)
        Raises: TypeError("x must be a numpy.ndarray") if x is no array;
            ValueError("x must have the shape ({d}, 1)"), with the number
            in place of {d}, if x has another shape
        """
        if not isinstance(x, np.ndarray):
            raise TypeError("x must be a numpy.ndarray")
        d = self.mean.shape[0]
        if x.shape != (d, 1):
            raise ValueError(f"x must have the shape ({d}, 1)")
        centred = x - self.mean
        distance = centred.T @ np.linalg.inv(self.cov) @ centred
        height = 1 / np.sqrt((2 * np.pi) ** d * np.linalg.det(self.cov))
        # distance is a (1, 1) array; the density is a plain number.
        return float(height * np.exp(-distance[0, 0] / 2))
