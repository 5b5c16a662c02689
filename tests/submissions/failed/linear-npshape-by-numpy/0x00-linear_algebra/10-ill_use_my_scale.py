#!/usr/bin/env python3
"""Shape."""
import numpy as np


def np_shape(matrix):
    """Shape."""
    return np.shape(matrix)
