#!/usr/bin/env python3
"""One branch for odd sides, one for even sides."""
import numpy as np
from math import ceil


def convolve_grayscale_same(images, kernel):
    """Odd: (k - 1) / 2 zeros; even: k / 2 zeros."""
    kh, kw = kernel.shape
    ph = kh // 2 if kh % 2 == 0 else ceil((kh - 1) / 2)
    pw = kw // 2 if kw % 2 == 0 else ceil((kw - 1) / 2)
    out = np.zeros(images.shape)
    images = np.pad(images, [(0, 0), (ph, ph), (pw, pw)])
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[:, i, j] = np.einsum('mij,ij->m',
                                     images[:, i:i + kh, j:j + kw], kernel)
    return out
