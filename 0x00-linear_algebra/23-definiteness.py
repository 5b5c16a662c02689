#!/usr/bin/env python3
"""Definiteness of a symmetric matrix."""
import numpy as np


def definiteness(matrix):
    """Name the definiteness of a matrix by the signs of its eigenvalues.

    matrix: array of numbers, shape (n, n), symmetric
    Returns: "Positive definite", "Positive semi-definite",
        "Negative semi-definite", "Negative definite" or "Indefinite";
        None if matrix is empty, not 2-D, not square or not symmetric
    Raises: TypeError("matrix must be a numpy.ndarray") if it is no array
    Source: lesson 0x00, section "Eigenvalues"
    """
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    # The number of axes first: a 1-D array has no shape[1].
    if matrix.ndim != 2 or matrix.size == 0:
        return None
    if not np.array_equal(matrix, matrix.T):
        return None
    eigenvalues = np.linalg.eigvalsh(matrix)
    if np.all(eigenvalues > 0):
        return "Positive definite"
    if np.all(eigenvalues >= 0):
        return "Positive semi-definite"
    if np.all(eigenvalues < 0):
        return "Negative definite"
    if np.all(eigenvalues <= 0):
        return "Negative semi-definite"
    return "Indefinite"
