#!/usr/bin/env python3
"""A line over a logarithmic axis: the decay of carbon-14."""
import numpy as np
import matplotlib.pyplot as plt


def change_scale():
    """Draw which part of carbon-14 is left after five half-lives.

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Scales"
    """
    x = np.arange(0, 28651, 5730)
    r = np.log(0.5)
    t = 5730
    y = np.exp((r / t) * x)
    plt.figure(figsize=(6.4, 4.8))

    plt.plot(x, y)
    plt.xlabel("Time (years)")
    plt.ylabel("Fraction Remaining")
    plt.title("Exponential Decay of c-14")
    # Equal halves become equal steps, so the curve becomes straight.
    plt.yscale("log")
    plt.xlim(0, 28650)
