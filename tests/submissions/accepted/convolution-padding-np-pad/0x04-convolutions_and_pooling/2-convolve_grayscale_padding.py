#!/usr/bin/env python3
"""np.pad makes the zeros."""
import numpy as np


def convolve_grayscale_padding(images, kernel, padding):
    """Pad, then slide."""
    ph, pw = padding
    padded = np.pad(images, pad_width=((0, 0), (ph, ph), (pw, pw)),
                    mode='constant', constant_values=0)
    kh, kw = kernel.shape
    rows = padded.shape[1] - kh + 1
    cols = padded.shape[2] - kw + 1
    out = np.zeros((images.shape[0], rows, cols))
    for i in range(rows):
        for j in range(cols):
            out[:, i, j] = np.sum(padded[:, i:i + kh, j:j + kw] * kernel,
                                  axis=(1, 2))
    return out
