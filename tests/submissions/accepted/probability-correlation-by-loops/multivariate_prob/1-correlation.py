#!/usr/bin/env python3
"""Correlation, entry by entry."""
import numpy as np


def correlation(C):
    """Divide each covariance by both standard deviations."""
    if not isinstance(C, np.ndarray):
        raise TypeError("C must be a numpy.ndarray")
    if len(C.shape) != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("C must be a 2D square matrix")
    size = C.shape[0]
    result = np.ones((size, size))
    for i in range(size):
        for j in range(size):
            result[i, j] = C[i, j] / (C[i, i] ** 0.5 * C[j, j] ** 0.5)
    return result
