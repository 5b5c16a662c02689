#!/usr/bin/env python3
"""Mean and covariance of a data set."""
import numpy as np


def mean_cov(X):
    """Return the mean of each column and the covariance of the columns.

    X: array of numbers, shape (n, d): n data points, 1 a row, n >= 2
    Returns: tuple (mean, cov) of arrays of floats, shapes (1, d) and
        (d, d); cov divides by n - 1, since X is a sample
    Raises: TypeError("X must be a 2D numpy.ndarray") if X is no 2-D array;
        ValueError("X must contain multiple data points") if n is below 2
    Source: lesson 0x03, section "Two variables"
    """
    if not isinstance(X, np.ndarray) or X.ndim != 2:
        raise TypeError("X must be a 2D numpy.ndarray")
    n = X.shape[0]
    if n < 2:
        raise ValueError("X must contain multiple data points")
    mean = np.mean(X, axis=0, keepdims=True)
    centred = X - mean
    cov = centred.T @ centred / (n - 1)
    return mean, cov
