#!/usr/bin/env python3
"""Coloured points: the heights of a mountain."""
import numpy as np
import matplotlib.pyplot as plt


def gradient():
    """Draw 2000 places on a mountain, coloured by their Elevation.

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Colour as third number"
    """
    np.random.seed(5)
    x = np.random.randn(2000) * 10
    y = np.random.randn(2000) * 10
    z = np.random.rand(2000) + 40 - np.sqrt(np.square(x) + np.square(y))
    plt.figure(figsize=(6.4, 4.8))

    plt.scatter(x, y, c=z)
    plt.colorbar(label="Elevation (m)")
    plt.xlabel("x coordinate (m)")
    plt.ylabel("y coordinate (m)")
    plt.title("Mountain Elevation")
