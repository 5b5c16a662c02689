#!/usr/bin/env python3
"""The function is chosen before the loops."""
import numpy as np


def pool(images, kernel_shape, stride, mode='max'):
    """Take np.max or np.average of each window."""
    m, h, w, c = images.shape
    kh, kw = kernel_shape
    sh, sw = stride
    oh, ow = int((h - kh) / sh) + 1, int((w - kw) / sw) + 1
    take = np.max if mode == 'max' else np.average
    out = np.zeros((m, oh, ow, c))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j, :] = take(
                images[:, i * sh:i * sh + kh, j * sw:j * sw + kw, :],
                axis=(1, 2))
    return out
