#!/usr/bin/env python3
"""Convolution of images with channels."""
from math import ceil

import numpy as np


def zeros_per_side(shape, kernel_shape, padding, stride):
    """Compute how many rows and columns of zeros stand on each side.

    shape: (h, w) of the images, in pixels
    kernel_shape: (kh, kw) of the kernel, in pixels
    padding: 'same', 'valid' or (ph, pw)
    stride: (sh, sw), steps in pixels
    Returns: tuple (ph, pw) of ints
    Source: lesson 0x04, section "Stride and sizes"
    """
    if padding == 'valid':
        return 0, 0
    if padding == 'same':
        h, w = shape
        kh, kw = kernel_shape
        sh, sw = stride
        # The first window to the last one covers (h - 1) * sh + kh rows.
        return (ceil(((h - 1) * sh + kh - h) / 2),
                ceil(((w - 1) * sw + kw - w) / 2))
    return padding


def convolve_channels(images, kernel, padding='same', stride=(1, 1)):
    """Slide a kernel over images with channels; add the channels up.

    images: (m, h, w, c) array, m images of h times w pixels, each with
        c numbers (3 for red, green and blue)
    kernel: (kh, kw, c) array, one sheet per channel; it is not flipped
    padding: 'same' (the result is about as large as the images),
        'valid' (no zeros) or (ph, pw), zeros on each side
    stride: (sh, sw), steps down and to the right in pixels
    Returns: (m, oh, ow) array of floats, without an axis for channels;
        oh is the whole part of (h + 2 ph - kh) / sh, plus 1, and ow goes
        the same way
    Raises: nothing of its own; the sizes are not checked
    Source: lesson 0x04, section "Channels and many kernels"
    """
    m, h, w, c = images.shape
    kh, kw, _ = kernel.shape
    sh, sw = stride
    ph, pw = zeros_per_side((h, w), (kh, kw), padding, stride)
    padded = np.zeros((m, h + 2 * ph, w + 2 * pw, c))
    padded[:, ph:ph + h, pw:pw + w] = images
    rows = (h + 2 * ph - kh) // sh + 1
    columns = (w + 2 * pw - kw) // sw + 1
    result = np.zeros((m, rows, columns))
    for y in range(rows):
        for x in range(columns):
            window = padded[:, y * sh:y * sh + kh, x * sw:x * sw + kw]
            result[:, y, x] = np.sum(window * kernel, axis=(1, 2, 3))
    return result
