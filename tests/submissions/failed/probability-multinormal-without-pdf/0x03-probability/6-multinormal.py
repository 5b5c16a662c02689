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
