#!/usr/bin/env python3
"""Zeros without np.pad; no padding needs a case of its own."""
import numpy as np


def convolve_grayscale_padding(images, kernel, padding):
    """A slice up to -0 would be empty."""
    ph, pw = padding
    m, h, w = images.shape
    big = np.zeros((m, h + 2 * ph, w + 2 * pw), dtype=np.float64)
    big[:, ph:-ph or None, pw:-pw or None] = images
    view = np.lib.stride_tricks.sliding_window_view(
        big, kernel.shape, (1, 2))
    return (view * kernel).sum(axis=(3, 4))
