#!/usr/bin/env python3
"""The sum has no axis."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """The sum has no axis."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    oh, ow = h - kh + 1, w - kw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(images[:, i:i + kh, j:j + kw] * kernel)
    return out
