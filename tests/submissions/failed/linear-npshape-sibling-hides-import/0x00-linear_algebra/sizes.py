#!/usr/bin/env python3
"""Sizes."""
import numpy as np


def size_of(matrix):
    """Ask numpy."""
    return np.shape(matrix)
