#!/usr/bin/env python3
"""Show np_matmul at work; each result stands below its call."""
import numpy as np

np_matmul = __import__("14-saddle_up").np_matmul

kilos = np.array([[2, 1], [0, 3]])
prices = np.array([[100, 90], [50, 60]])
print(np_matmul(kilos, prices))
# [[250 240]
#  [150 180]]
print(np_matmul(np.array([[1, 2, 3]]), np.array([[4], [5], [6]])))
# [[32]]
