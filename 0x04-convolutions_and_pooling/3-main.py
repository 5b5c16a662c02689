#!/usr/bin/env python3
"""Show convolve_grayscale at work; results stand below the calls."""
import numpy as np

convolve = __import__("3-convolve_grayscale").convolve_grayscale

image = np.array([[1, 0, 4, 2, 5], [9, 9, 9, 9, 9], [3, 1, 0, 6, 2]])
kernel = np.array([[2, -1]])
print(convolve(np.array([image]), kernel, padding='valid', stride=(2, 3)))
# [[[ 2. -1.]
#   [ 5. 10.]]]
batch, nine = np.ones((100, 28, 28)), np.ones((3, 3))
print(convolve(batch, nine, stride=(2, 2)).shape)  # (100, 28, 28)
print(convolve(batch, nine, 'valid', (2, 2)).shape)  # (100, 13, 13)
