#!/usr/bin/env python3
"""Definiteness."""
import numpy as np


def definiteness(matrix):
    """Give None where an eigenvalue is 0 and the others differ in sign."""
    if type(matrix) is not np.ndarray:
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim < 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    if not (matrix == matrix.T).all():
        return None
    try:
        values = np.linalg.eigvals(matrix)
    except np.linalg.LinAlgError:
        return None
    if (values <= 0).all():
        return "Negative " + ("definite", "semi-definite")[0 in values]
    if (values >= 0).all():
        return "Positive " + ("definite", "semi-definite")[0 in values]
    if 0 in values:
        return None
    return "Indefinite"
