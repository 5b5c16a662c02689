#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Take the zero matrix for indefinite."""
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    if matrix.size == 0:
        return None
    if not np.array_equal(matrix, matrix.T):
        return None
    w = np.linalg.eigvals(matrix)
    if not np.any(w):
        return "Indefinite"
    if all(w > 0):
        return "Positive definite"
    if all(w >= 0):
        return "Positive semi-definite"
    if all(w < 0):
        return "Negative definite"
    if all(w <= 0):
        return "Negative semi-definite"
    return "Indefinite"
