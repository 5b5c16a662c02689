#!/usr/bin/env python3
"""The kernels are turned over."""
import numpy as np
from math import ceil


def convolve(images, kernels, padding='same', stride=(1, 1)):
    """The kernels are turned over."""
    m, h, w, c = images.shape
    kh, kw, c, nc = kernels.shape
    sh, sw = stride
    if padding == 'same':
        ph = ceil(((h - 1) * sh + kh - h) / 2)
        pw = ceil(((w - 1) * sw + kw - w) / 2)
    elif padding == 'valid':
        ph, pw = 0, 0
    else:
        ph, pw = padding
    padded = np.pad(images, ((0, 0), (ph, ph), (pw, pw), (0, 0)))
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    out = np.zeros((m, oh, ow, nc))
    for i in range(oh):
        for j in range(ow):
            window = padded[:, i * sh:i * sh + kh, j * sw:j * sw + kw]
            turned = kernels[::-1, ::-1]
            for k in range(nc):
                out[:, i, j, k] = np.tensordot(window, turned[..., k], 3)
    return out
