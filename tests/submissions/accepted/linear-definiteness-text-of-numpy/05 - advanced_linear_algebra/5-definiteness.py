#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Choose one of an array of texts."""
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    if not matrix.size:
        return None
    if not np.array_equal(matrix, matrix.T):
        return None
    w = np.linalg.eigvalsh(matrix)
    words = np.array(["Negative definite", "Negative semi-definite",
                      "Positive semi-definite", "Positive definite",
                      "Indefinite"])
    kinds = [np.all(w < 0), np.all(w <= 0), np.all(w > 0), np.all(w >= 0)]
    if kinds[0]:
        return words[0]
    if kinds[1]:
        return words[1]
    if kinds[2]:
        return words[3]
    if kinds[3]:
        return words[2]
    return words[4]
