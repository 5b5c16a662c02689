#!/usr/bin/env python3
"""Convolution of grayscale images with a given padding."""
import numpy as np


def convolve_grayscale_padding(images, kernel, padding):
    """Put zeros around grayscale images, then slide a kernel over them.

    images: (m, h, w) array, m images of h times w pixels
    kernel: (kh, kw) array; it is not flipped
    padding: (ph, pw), rows of zeros above and as many below, columns of
        zeros on the left and as many on the right
    Returns: (m, h + 2 ph - kh + 1, w + 2 pw - kw + 1) array of floats
    Raises: nothing of its own; the sizes are not checked
    Source: lesson 0x04, section "Padding"
    """
    m, h, w = images.shape
    kh, kw = kernel.shape
    ph, pw = padding
    padded = np.zeros((m, h + 2 * ph, w + 2 * pw))
    padded[:, ph:ph + h, pw:pw + w] = images
    rows = h + 2 * ph - kh + 1
    columns = w + 2 * pw - kw + 1
    result = np.zeros((m, rows, columns))
    for y in range(rows):
        for x in range(columns):
            window = padded[:, y:y + kh, x:x + kw]
            result[:, y, x] = np.sum(window * kernel, axis=(1, 2))
    return result
