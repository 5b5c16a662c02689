#!/usr/bin/env python3
"""Show convolve_grayscale_valid at work; results stand below the calls."""
import numpy as np

convolve = __import__("0-convolve_grayscale_valid").convolve_grayscale_valid

image = np.array([[4, 1, 0], [2, 3, 5], [0, 6, 1]])
print(convolve(np.array([image]), np.array([[1, 2], [0, -1]])))
# [[[ 3. -4.]
#   [ 2. 12.]]]
batch = np.ones((100, 28, 28))
print(convolve(batch, np.ones((3, 5))).shape)  # (100, 26, 24)
