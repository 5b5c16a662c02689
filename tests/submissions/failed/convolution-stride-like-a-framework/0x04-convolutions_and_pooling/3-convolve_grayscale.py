#!/usr/bin/env python3
"""The size is divided by the stride, as in some libraries."""
import numpy as np
from math import ceil


def convolve_grayscale(images, kernel, padding='same', stride=(1, 1)):
    """Pad so that ceil(h / sh) windows fit."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    sh, sw = stride
    if padding == 'same':
        rows = max((ceil(h / sh) - 1) * sh + kh - h, 0)
        cols = max((ceil(w / sw) - 1) * sw + kw - w, 0)
        pads = ((0, 0), (rows // 2, rows - rows // 2),
                (cols // 2, cols - cols // 2))
    elif padding == 'valid':
        pads = ((0, 0), (0, 0), (0, 0))
    else:
        pads = ((0, 0), (padding[0], padding[0]), (padding[1], padding[1]))
    images = np.pad(images, pads)
    oh = (images.shape[1] - kh) // sh + 1
    ow = (images.shape[2] - kw) // sw + 1
    out = np.zeros((m, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.sum(kernel * images[
                :, i * sh:i * sh + kh, j * sw:j * sw + kw], axis=(1, 2))
    return out
