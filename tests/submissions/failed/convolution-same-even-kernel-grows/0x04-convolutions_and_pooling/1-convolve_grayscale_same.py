#!/usr/bin/env python3
"""An even kernel makes the result larger."""
import numpy as np


def convolve_grayscale_same(images, kernel):
    """An even kernel makes the result larger."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    ph, pw = kh // 2, kw // 2
    padded = np.pad(images, ((0, 0), (ph, ph), (pw, pw)))
    oh, ow = padded.shape[1] - kh + 1, padded.shape[2] - kw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(padded[:, i:i + kh, j:j + kw] * kernel,
                                  axis=(1, 2))
    return out
