#!/usr/bin/env python3
"""Show convolve_grayscale_padding at work; results stand below the calls."""
import numpy as np

module = __import__("2-convolve_grayscale_padding")

images = np.array([[[1, 2, 3], [4, 5, 6]]])
kernel = np.array([[1], [10]])
print(module.convolve_grayscale_padding(images, kernel, (1, 0)))
# [[[10. 20. 30.]
#   [41. 52. 63.]
#   [ 4.  5.  6.]]]
batch = np.ones((100, 28, 28))
print(module.convolve_grayscale_padding(batch, np.ones((3, 3)), (2, 4)).shape)
# (100, 30, 34)
