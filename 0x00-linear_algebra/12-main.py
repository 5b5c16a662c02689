#!/usr/bin/env python3
"""Show np_elementwise at work; each result stands beside its print."""
import numpy as np

np_elementwise = __import__("12-bracin_the_elements").np_elementwise

total, difference, product, quotient = np_elementwise(
    np.array([11, -6, 4]), np.array([2, 3, 8]))
print(total)  # [13 -3 12]
print(difference)  # [ 9 -9 -4]
print(product)  # [ 22 -18  32]
print(quotient)  # [ 5.5 -2.   0.5]
print(np_elementwise(np.array([[1, 3]]), 2)[3])  # [[0.5 1.5]]
