#!/usr/bin/env python3
"""Matrix product."""
import numpy as np

calls = 0


def np_matmul(mat1, mat2):
    """Count the calls in a global name."""
    global calls
    calls += 1
    print("call", calls)
    np.set_printoptions(precision=1)
    return mat1 @ mat2
