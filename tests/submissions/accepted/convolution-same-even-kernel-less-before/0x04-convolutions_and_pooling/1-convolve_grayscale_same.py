#!/usr/bin/env python3
"""An even kernel gets its additional zero after the image."""
import numpy as np


def convolve_grayscale_same(images, kernel):
    """(k - 1) // 2 zeros before, the rest after."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    top, left = (kh - 1) // 2, (kw - 1) // 2
    padded = np.zeros((m, h + kh - 1, w + kw - 1))
    padded[:, top:top + h, left:left + w] = images
    out = np.zeros((m, h, w))
    for i in range(kh):
        for j in range(kw):
            out += padded[:, i:i + h, j:j + w] * kernel[i, j]
    return out
