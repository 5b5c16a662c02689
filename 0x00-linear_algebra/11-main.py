#!/usr/bin/env python3
"""Show np_transpose at work; each result stands below its call."""
import numpy as np

np_transpose = __import__("11-the_western_exchange").np_transpose

print(np_transpose(np.array([4, 5, 6])))  # [4 5 6]
print(np_transpose(np.array([[100, 90, 80], [50, 60, 70]])))
# [[100  50]
#  [ 90  60]
#  [ 80  70]]
print(np_transpose(np.zeros((2, 3, 5))).shape)  # (5, 3, 2)
