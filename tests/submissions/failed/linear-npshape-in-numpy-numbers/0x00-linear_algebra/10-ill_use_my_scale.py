#!/usr/bin/env python3
"""Shape of an array."""
import numpy as np


def np_shape(matrix):
    """Give a tuple of numpy integers."""
    return tuple(np.array(np.shape(matrix), dtype=int))
