#!/usr/bin/env python3
"""Two while loops instead of for."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Count the places by hand."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    out = np.empty((m, h - kh + 1, w - kw + 1))
    row = 0
    while row < h - kh + 1:
        col = 0
        while col < w - kw + 1:
            window = images[:, row:row + kh, col:col + kw]
            out[:, row, col] = np.tensordot(window, kernel, 2)
            col += 1
        row += 1
    return out
