#!/usr/bin/env python3
"""Mean and covariance."""
import numpy as np


def mean_cov(X):
    """Give the mean and the covariance of the columns."""
    if type(X) is not np.ndarray or len(X.shape) != 2:
        raise TypeError("X must be a 2D numpy.ndarray")
    n, d = X.shape
    if n < 2:
        raise ValueError("X must contain multiple data points")
    mean = X.mean(axis=0).reshape(1, d)
    return mean, np.dot((X - mean).T, X - mean) / (n - 1)
