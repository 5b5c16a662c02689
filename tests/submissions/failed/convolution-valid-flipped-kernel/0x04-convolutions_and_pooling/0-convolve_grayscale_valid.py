#!/usr/bin/env python3
"""The kernel is turned over."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """The kernel is turned over."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    oh, ow = h - kh + 1, w - kw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(
                np.flip(kernel) * images[:, i:i + kh, j:j + kw], axis=(1, 2))
    return out
