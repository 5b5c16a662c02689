#!/usr/bin/env python3
"""Half a row of zeros."""
import numpy as np


def convolve_grayscale_same(images, kernel):
    """Half a row of zeros."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    ph, pw = (kh - 1) / 2, (kw - 1) / 2
    padded = np.pad(images, ((0, 0), (ph, ph), (pw, pw)))
    oh, ow = h, w
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(padded[:, i:i + kh, j:j + kw] * kernel,
                                  axis=(1, 2))
    return out
