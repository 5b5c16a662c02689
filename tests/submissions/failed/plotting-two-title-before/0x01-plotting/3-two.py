#!/usr/bin/env python3
"""Two lines and a legend: the decay of two elements."""
import numpy as np
import matplotlib.pyplot as plt


def two():
    """Draw which part of C-14 and of Ra-226 is left over time.

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Two lines, one legend"
    """
    x = np.arange(0, 21000, 1000)
    r = np.log(0.5)
    t1 = 5730
    t2 = 1600
    y1 = np.exp((r / t1) * x)
    y2 = np.exp((r / t2) * x)
    plt.figure(figsize=(6.4, 4.8))

    plt.plot(x, y1, "r--", label="C-14")
    plt.plot(x, y2, "g-", label="Ra-226")
    plt.xlabel("Time (years)")
    plt.ylabel("Fraction Remaining")
    plt.title("Exponential Decay of C-14")
    plt.xlim(0, 20000)
    plt.ylim(0, 1)
    plt.legend(loc="upper right")
