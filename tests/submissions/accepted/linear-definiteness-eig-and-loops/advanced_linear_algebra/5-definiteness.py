#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Count the signs of the eigenvalues."""
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if len(matrix.shape) != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    if not np.allclose(matrix.transpose(), matrix) or len(matrix) == 0:
        return None
    above = below = zero = 0
    values, _ = np.linalg.eig(matrix)
    for value in values:
        if value > 0:
            above += 1
        elif value < 0:
            below += 1
        else:
            zero += 1
    if above and below:
        return "Indefinite"
    if above:
        return "Positive semi-definite" if zero else "Positive definite"
    if below:
        return "Negative semi-definite" if zero else "Negative definite"
    return None
