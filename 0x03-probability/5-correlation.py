#!/usr/bin/env python3
"""Correlation from a covariance matrix."""
import numpy as np


def correlation(C):
    """Divide each covariance by the 2 deviations it belongs to.

    C: array of numbers, shape (d, d): a covariance matrix; the variances
        on its diagonal are above 0; it stays as it is
    Returns: array of floats, shape (d, d): numbers in [-1, 1], without
        unit, 1 on the diagonal
    Raises: TypeError("C must be a numpy.ndarray") if C is no array;
        ValueError("C must be a 2D square matrix") if C is not 2-D or not
        square
    Source: lesson 0x03, section "Two variables"
    """
    if not isinstance(C, np.ndarray):
        raise TypeError("C must be a numpy.ndarray")
    # The number of axes first: a 1-D array has no shape[1].
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("C must be a 2D square matrix")
    stddev = np.sqrt(np.diag(C))
    return C / np.outer(stddev, stddev)
