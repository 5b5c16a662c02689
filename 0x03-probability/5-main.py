#!/usr/bin/env python3
"""Show correlation at work; the results stand below their calls."""
import numpy as np

correlation = __import__("5-correlation").correlation

print(correlation(np.array([[4, 3], [3, 9]])))
# [[1.  0.5]
#  [0.5 1. ]]
print(correlation(np.array([[0.25]])))  # [[1.]]
