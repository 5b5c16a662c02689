#!/usr/bin/env python3
"""Show np_shape at work; each result stands beside its call."""

import numpy as np

np_shape = __import__("10-ill_use_my_scale").np_shape

print(np_shape(np.array([21, 25, 19, 30])))  # (4,)
print(np_shape(np.array([[1, 2, 3], [4, 5, 6]])))  # (2, 3)
print(np_shape(np.zeros((2, 1, 5))))  # (2, 1, 5)
print(np_shape(np.array([])))  # (0,)
