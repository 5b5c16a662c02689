#!/usr/bin/env python3
"""Right, but with five loops."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Multiply number by number."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    out = np.zeros((m, h - kh + 1, w - kw + 1))
    for n in range(m):
        for i in range(h - kh + 1):
            for j in range(w - kw + 1):
                for a in range(kh):
                    for b in range(kw):
                        out[n, i, j] += (images[n, i + a, j + b]
                                         * kernel[a, b])
    return out
