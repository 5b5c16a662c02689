#!/usr/bin/env python3
"""The maximum begins at 0."""
import numpy as np


def pool(images, kernel_shape, stride, mode='max'):
    """Keep the largest value, or the sum, of the moved images."""
    m, h, w, c = images.shape
    (kh, kw), (sh, sw) = kernel_shape, stride
    rows, cols = (h - kh) // sh + 1, (w - kw) // sw + 1
    out = np.zeros((m, rows, cols, c))
    for a in range(kh):
        for b in range(kw):
            part = images[:, a:a + (rows - 1) * sh + 1:sh,
                          b:b + (cols - 1) * sw + 1:sw]
            if mode == 'max':
                out = np.maximum(out, part)
            else:
                out += part / (kh * kw)
    return out
