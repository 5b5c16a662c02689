#!/usr/bin/env python3
"""Pooling of images: the largest value or the mean of each window."""
import numpy as np


def pool(images, kernel_shape, stride, mode='max'):
    """Put one number in place of each window, channel by channel.

    images: (m, h, w, c) array, m images of h times w pixels with c channels
    kernel_shape: (kh, kw), size of the window in pixels
    stride: (sh, sw), steps down and to the right in pixels
    mode: 'max' for the largest value, 'avg' for the mean
    Returns: (m, oh, ow, c) array of floats; oh is the whole part of
        (h - kh) / sh, plus 1, and ow goes the same way. There is no
        padding: rows and columns that fill no window are left out
    Raises: nothing of its own; the sizes are not checked
    Source: lesson 0x04, section "Pooling"
    """
    m, h, w, c = images.shape
    kh, kw = kernel_shape
    sh, sw = stride
    rows = (h - kh) // sh + 1
    columns = (w - kw) // sw + 1
    result = np.zeros((m, rows, columns, c))
    for y in range(rows):
        for x in range(columns):
            window = images[:, y * sh:y * sh + kh, x * sw:x * sw + kw]
            if mode == 'max':
                result[:, y, x] = np.max(window, axis=(1, 2))
            else:
                result[:, y, x] = np.mean(window, axis=(1, 2))
    return result
