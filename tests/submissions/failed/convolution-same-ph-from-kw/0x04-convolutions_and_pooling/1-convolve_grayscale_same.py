#!/usr/bin/env python3
"""The two paddings are exchanged."""
import numpy as np


def convolve_grayscale_same(images, kernel):
    """The two paddings are exchanged."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    ph, pw = kw // 2, kh // 2
    padded = np.pad(images, ((0, 0), (ph, ph), (pw, pw)))
    oh, ow = h, w
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(padded[:, i:i + kh, j:j + kw] * kernel,
                                  axis=(1, 2))
    return out
