#!/usr/bin/env python3
"""Windows first, then one sum over all of them."""
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve_grayscale_valid(images, kernel):
    """Look at all windows at once, without a loop."""
    windows = sliding_window_view(images, kernel.shape, axis=(1, 2))
    return np.einsum('mhwij,ij->mhw', windows, kernel)
