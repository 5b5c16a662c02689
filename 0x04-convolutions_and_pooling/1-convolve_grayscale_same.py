#!/usr/bin/env python3
"""Convolution of grayscale images that keeps their size."""
import numpy as np


def convolve_grayscale_same(images, kernel):
    """Slide a kernel over grayscale images; the images keep their size.

    images: (m, h, w) array, m images of h times w pixels
    kernel: (kh, kw) array of odd or even sides; it is not flipped
    Returns: (m, h, w) array of floats
    Raises: nothing of its own; the sizes are not checked
    Source: lesson 0x04, section "Padding"
    """
    m, h, w = images.shape
    kh, kw = kernel.shape
    top = kh // 2
    left = kw // 2
    # kh - 1 more rows keep the height. An even kh leaves an odd number of
    # them, so one row less stands below than above.
    padded = np.zeros((m, h + kh - 1, w + kw - 1))
    padded[:, top:top + h, left:left + w] = images
    result = np.zeros((m, h, w))
    for y in range(h):
        for x in range(w):
            window = padded[:, y:y + kh, x:x + kw]
            result[:, y, x] = np.sum(window * kernel, axis=(1, 2))
    return result
