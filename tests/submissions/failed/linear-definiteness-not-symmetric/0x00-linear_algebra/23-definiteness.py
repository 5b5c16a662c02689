#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Take every square matrix."""
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    w = np.linalg.eigvals(matrix)
    if all(w > 0):
        return "Positive definite"
    if all(w >= 0):
        return "Positive semi-definite"
    if all(w < 0):
        return "Negative definite"
    if all(w <= 0):
        return "Negative semi-definite"
    return "Indefinite"
