#!/usr/bin/env python3
"""Zeros stand on one side only."""
import numpy as np


def convolve_grayscale_padding(images, kernel, padding):
    """Zeros stand on one side only."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    ph, pw = padding
    padded = np.pad(images, ((0, 0), (ph, 0), (pw, 0)))
    oh = padded.shape[1] - kh + 1
    ow = padded.shape[2] - kw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(padded[:, i:i + kh, j:j + kw] * kernel,
                                  axis=(1, 2))
    return out
