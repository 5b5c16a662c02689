#!/usr/bin/env python3
"""Show convolve_grayscale_same at work; results stand below the calls."""
import numpy as np

convolve = __import__("1-convolve_grayscale_same").convolve_grayscale_same

image = np.array([[1, 2, 0], [0, 1, 3], [2, 0, 1]])
neighbours = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
print(convolve(np.array([image]), neighbours))
# [[[2. 2. 5.]
#   [4. 5. 2.]
#   [0. 4. 3.]]]
print(convolve(np.ones((100, 28, 28)), np.ones((3, 4))).shape)
# (100, 28, 28)
