#!/usr/bin/env python3
"""A line: the cubes of the numbers 0 to 10."""
import numpy as np
import matplotlib.pyplot as plt


def line():
    """Draw y as a solid red line, with x from exactly 0 to 10.

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Figure, axes, line"
    """
    y = np.arange(0, 11) ** 3
    plt.figure(figsize=(6.4, 4.8))

    # Without an x, plot counts 0, 1, 2 ... for it.
    plt.plot(y, "r-")
    plt.xlim(0, 10, 2)
