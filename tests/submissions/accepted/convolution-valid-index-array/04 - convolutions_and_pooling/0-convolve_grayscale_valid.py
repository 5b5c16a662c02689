#!/usr/bin/env python3
"""All images are named by an array of indexes."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Fill the result place by place."""
    m = images.shape[0]
    height, width = images.shape[1], images.shape[2]
    kh, kw = kernel.shape[0], kernel.shape[1]
    output = np.zeros((m, height - kh + 1, width - kw + 1))
    image = np.arange(m)
    for x in range(output.shape[1]):
        for y in range(output.shape[2]):
            output[image, x, y] = (np.sum(np.multiply(
                images[image, x:kh + x, y:kw + y], kernel), axis=(1, 2)))
    return output
