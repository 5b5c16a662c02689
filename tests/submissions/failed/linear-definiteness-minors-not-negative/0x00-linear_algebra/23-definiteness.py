#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Look at leading minors."""
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    if matrix.size == 0:
        return None
    if not np.array_equal(matrix, matrix.T):
        return None
    minors = [np.linalg.det(matrix[:k, :k])
              for k in range(1, len(matrix) + 1)]
    turned = [-minor if k % 2 == 0 else minor
              for k, minor in enumerate(minors)]
    if all(minor > 0 for minor in minors):
        return "Positive definite"
    if all(minor > 0 for minor in turned):
        return "Negative definite"
    if all(minor >= 0 for minor in minors):
        return "Positive semi-definite"
    if all(minor >= 0 for minor in turned):
        return "Negative semi-definite"
    return "Indefinite"
