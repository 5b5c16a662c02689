#!/usr/bin/env python3
"""Add squares."""
import numpy as np


def summation_i_squared(n):
    """Add squares."""
    if n < 1:
        return None
    return np.sum(np.arange(1, n + 1) ** 2)
