#!/usr/bin/env python3
"""Show np_slice at work."""
import numpy as np

np_slice = __import__("100-slice_like_a_ninja").np_slice

rain = np.array([[3, 0, 8, 1], [5, 2, 0, 4], [7, 9, 6, 0]])
print(np_slice(rain, axes={1: (1, 3)}).tolist())  # [[0, 8], [2, 0], [9, 6]]
print(np_slice(rain, axes={1: (2,), 0: (None, None, -2)}))
# [[7 9]
#  [3 0]]
print(np_slice(rain).shape)  # (3, 4)
