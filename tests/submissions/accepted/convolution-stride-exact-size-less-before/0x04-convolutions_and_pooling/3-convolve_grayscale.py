#!/usr/bin/env python3
"""Keeps the size exactly: the two sides may differ by one zero."""
import numpy as np


def zeros(size, k, step):
    """Share out the zeros of one axis."""
    rest = (size - 1) * step + k - size
    top = rest // 2
    return top, rest - top


def convolve_grayscale(images, kernel, padding='same', stride=(1, 1)):
    """Pad, then slide in steps."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    sh, sw = stride
    if padding == 'same':
        pads = [(0, 0), zeros(h, kh, sh), zeros(w, kw, sw)]
    elif padding == 'valid':
        pads = [(0, 0)] * 3
    else:
        pads = [(0, 0), (padding[0],) * 2, (padding[1],) * 2]
    images = np.pad(images, pads)
    oh = (images.shape[1] - kh) // sh + 1
    ow = (images.shape[2] - kw) // sw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(kernel * images[
                :, i * sh:i * sh + kh, j * sw:j * sw + kw], axis=(1, 2))
    return out
