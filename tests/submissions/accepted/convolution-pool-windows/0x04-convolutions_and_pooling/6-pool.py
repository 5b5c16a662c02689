#!/usr/bin/env python3
"""All windows at once; a maximum of whole numbers stays whole."""
from numpy.lib.stride_tricks import sliding_window_view


def pool(images, kernel_shape, stride, mode='max'):
    """Take every window that the stride reaches."""
    sh, sw = stride
    windows = sliding_window_view(images, kernel_shape, axis=(1, 2))
    windows = windows[:, ::sh, ::sw]
    if mode == 'max':
        return windows.max(axis=(4, 5))
    return windows.mean(axis=(4, 5))
