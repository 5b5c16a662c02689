#!/usr/bin/env python3
"""The trial at the end has loops of its own."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Slide the kernel."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    out = np.zeros((m, h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            out[:, i, j] = (images[:, i:i + kh, j:j + kw]
                            * kernel).sum(axis=1).sum(axis=1)
    return out


if __name__ == '__main__':
    for side in range(3, 6):
        print(convolve_grayscale_valid(np.ones((1, side, side)),
                                       np.ones((2, 2))))
