#!/usr/bin/env python3
"""Show convolve_channels at work; results stand below the calls."""
import numpy as np

convolve = __import__("4-convolve_channels").convolve_channels

image = np.array([[[5, 1], [0, 1]], [[1, 0], [2, 3]]])
kernel = np.array([[[1, 10], [-1, 0]]])
print(convolve(np.array([image]), kernel, padding='valid'))
# [[[15.]
#   [-1.]]]
colours = np.ones((50, 32, 32, 3))
print(convolve(colours, np.ones((3, 3, 3)), padding=(1, 0)).shape)
# (50, 32, 30)
