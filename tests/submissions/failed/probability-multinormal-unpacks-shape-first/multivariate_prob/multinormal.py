#!/usr/bin/env python3
"""Normal distribution of several variables."""
import numpy as np


class MultiNormal:
    """Points around a mean."""

    def __init__(self, data):
        """Store mean and covariance."""
        if not isinstance(data, np.ndarray) or len(data.shape) != 2:
            raise TypeError("data must be a 2D numpy.ndarray")
        d, n = data.shape
        if n < 2:
            raise ValueError("data must contain multiple data points")
        self.mean = np.mean(data, axis=1).reshape(d, 1)
        away = data - self.mean
        self.cov = np.matmul(away, away.T) / (n - 1)

    def pdf(self, x):
        """Give the density at x."""
        if not isinstance(x, np.ndarray):
            raise TypeError("x must be a numpy.ndarray")
        d = self.cov.shape[0]
        rows, one = x.shape
        if rows != d or one != 1:
            raise ValueError("x must have the shape ({}, 1)".format(d))
        away = x - self.mean
        power = np.matmul(np.matmul(away.T, np.linalg.inv(self.cov)), away)
        low = np.sqrt((2 * np.pi) ** d * np.linalg.det(self.cov))
        return (np.exp(-power / 2) / low)[0][0]
