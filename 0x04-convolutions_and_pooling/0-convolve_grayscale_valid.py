#!/usr/bin/env python3
"""Convolution of grayscale images without padding."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Slide a kernel over grayscale images; the images shrink.

    images: (m, h, w) array, m images of h times w pixels
    kernel: (kh, kw) array, kh <= h and kw <= w; it is not flipped
    Returns: (m, h - kh + 1, w - kw + 1) array of floats
    Raises: nothing of its own; the sizes are not checked
    Source: lesson 0x04, section "Sliding window"
    """
    m, h, w = images.shape
    kh, kw = kernel.shape
    rows = h - kh + 1
    columns = w - kw + 1
    result = np.zeros((m, rows, columns))
    for y in range(rows):
        for x in range(columns):
            # The same window of all images at once: no loop over m.
            window = images[:, y:y + kh, x:x + kw]
            result[:, y, x] = np.sum(window * kernel, axis=(1, 2))
    return result
