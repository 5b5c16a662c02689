#!/usr/bin/env python3
"""The loop variable has the name of the width."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Slide the kernel."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    out = np.zeros((m, h - kh + 1, w - kw + 1))
    for h in range(h - kh + 1):
        for w in range(w - kw + 1):
            out[:, h, w] = np.sum(images[:, h:h + kh, w:w + kw] * kernel,
                                  axis=(1, 2))
    return out
