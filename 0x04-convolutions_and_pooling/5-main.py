#!/usr/bin/env python3
"""Show convolve at work; results stand below the calls."""
import numpy as np

convolve = __import__("5-convolve").convolve

pixels = np.array([[[3, 1], [0, 2]]])
kernels = np.array([[[[1, 0, 2], [10, 1, 0]]]])
print(convolve(np.array([pixels]), kernels))
# [[[[13.  1.  6.]
#    [20.  2.  0.]]]]
colours = np.ones((10, 32, 32, 3))
print(convolve(colours, np.ones((3, 3, 3, 4)), padding='valid').shape)
# (10, 30, 30, 4)
