#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Look at all principal minors."""
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    if matrix.size == 0:
        return None
    if not np.array_equal(matrix, matrix.T):
        return None
    size = len(matrix)
    choices = [[]]
    for place in range(size):
        choices += [chosen + [place] for chosen in choices]
    minors = [(len(chosen), np.linalg.det(matrix[np.ix_(chosen, chosen)]))
              for chosen in choices[1:]]
    leading = [np.linalg.det(matrix[:k, :k]) for k in range(1, size + 1)]
    if all(minor > 0 for minor in leading):
        return "Positive definite"
    if all(minor * (-1) ** k > 0 for k, minor in enumerate(leading, 1)):
        return "Negative definite"
    if all(minor >= 0 for _, minor in minors):
        return "Positive semi-definite"
    if all(minor * (-1) ** k >= 0 for k, minor in minors):
        return "Negative semi-definite"
    return "Indefinite"
