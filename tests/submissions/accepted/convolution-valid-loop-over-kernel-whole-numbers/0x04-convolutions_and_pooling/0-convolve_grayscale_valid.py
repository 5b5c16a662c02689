#!/usr/bin/env python3
"""Whole images, moved and weighted; whole numbers stay whole."""


def convolve_grayscale_valid(images, kernel):
    """Add up one moved copy of the images per kernel entry."""
    _, h, w = images.shape
    kh, kw = kernel.shape
    total = 0
    for i in range(kh):
        for j in range(kw):
            part = images[:, i:h - kh + 1 + i, j:w - kw + 1 + j]
            total = total + part * kernel[i, j]
    return total
