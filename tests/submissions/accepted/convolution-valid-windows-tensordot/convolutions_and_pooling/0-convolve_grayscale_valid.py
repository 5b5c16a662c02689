#!/usr/bin/env python3
"""Windows first, then one product with the kernel."""
import numpy as np


def convolve_grayscale_valid(images, kernel):
    """Look at all windows at once, without a loop."""
    view = np.lib.stride_tricks.sliding_window_view
    return np.tensordot(view(images, kernel.shape, (1, 2)), kernel, axes=2)
