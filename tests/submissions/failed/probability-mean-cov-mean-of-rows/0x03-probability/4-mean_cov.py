#!/usr/bin/env python3
"""Mean."""
import numpy as np


def mean_cov(X):
    """Mean."""
    if not isinstance(X, np.ndarray) or X.ndim != 2:
        raise TypeError("X must be a 2D numpy.ndarray")
    if X.shape[0] < 2:
        raise ValueError("X must contain multiple data points")
    mean = np.mean(X, axis=1)
    cov = (X - mean).T @ (X - mean) / (X.shape[0] - 1)
    return mean, cov
