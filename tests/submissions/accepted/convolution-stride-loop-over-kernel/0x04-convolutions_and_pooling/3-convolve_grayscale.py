#!/usr/bin/env python3
"""A loop over the kernel; slices take the steps."""
import math
import numpy as np


def convolve_grayscale(images, kernel, padding='same', stride=(1, 1)):
    """Add up one thinned copy of the images per kernel entry."""
    m, h, w = images.shape
    kh, kw = kernel.shape
    sh, sw = stride
    pads = {'valid': (0, 0), 'same': (
        math.ceil(((h - 1) * sh + kh - h) / 2),
        math.ceil(((w - 1) * sw + kw - w) / 2))}
    ph, pw = pads.get(padding, padding)
    big = np.zeros((m, h + 2 * ph, w + 2 * pw))
    big[:, ph:ph + h, pw:pw + w] = images
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    out = np.zeros((m, oh, ow))
    for a in range(kh):
        for b in range(kw):
            out += kernel[a, b] * big[:, a:a + (oh - 1) * sh + 1:sh,
                                      b:b + (ow - 1) * sw + 1:sw]
    return out
