#!/usr/bin/env python3
"""Two arrays in one."""
import numpy as np


def np_cat(mat1: np.ndarray, mat2: np.ndarray, axis: int = 0) -> np.ndarray:
    """Annotate everything."""
    joined: np.ndarray = np.concatenate([mat1, mat2], axis=axis)
    return joined
