#!/usr/bin/env python3
"""The loop variables have the names of the sizes."""
import numpy as np
from math import ceil


def convolve_grayscale(images, kernel, padding='same', stride=(1, 1)):
    """Slide the kernel in steps."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    sh, sw = stride
    ph = pw = 0
    if padding == 'same':
        ph = ceil(((h - 1) * sh + kh - h) / 2)
        pw = ceil(((w - 1) * sw + kw - w) / 2)
    elif padding != 'valid':
        ph, pw = padding
    big = np.pad(images, ((0, 0), (ph, ph), (pw, pw)))
    out = np.zeros((m, (h + 2 * ph - kh) // sh + 1,
                    (w + 2 * pw - kw) // sw + 1))
    for h in range((h + 2 * ph - kh) // sh + 1):
        for w in range((w + 2 * pw - kw) // sw + 1):
            window = big[:, h * sh:h * sh + kh, w * sw:w * sw + kw]
            out[:, h, w] = np.sum(window * kernel, axis=(1, 2))
    return out
