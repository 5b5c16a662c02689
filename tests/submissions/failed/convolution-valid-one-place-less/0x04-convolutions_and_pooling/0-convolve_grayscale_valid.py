#!/usr/bin/env python3
"""The last place is forgotten."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """The last place is forgotten."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    oh, ow = h - kh, w - kw
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(images[:, i:i + kh, j:j + kw] * kernel,
                                  axis=(1, 2))
    return out
