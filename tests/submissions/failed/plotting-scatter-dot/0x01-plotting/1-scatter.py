#!/usr/bin/env python3
"""Points: heights and weights of 2000 men."""
import numpy as np
import matplotlib.pyplot as plt


def scatter():
    """Draw the weight (pounds) of each man over his height (inches).

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Points and texts"
    """
    mean = [69, 0]
    cov = [[15, 8], [8, 15]]
    np.random.seed(5)
    x, y = np.random.multivariate_normal(mean, cov, 2000).T
    y += 180
    plt.figure(figsize=(6.4, 4.8))

    plt.scatter(x, y, c="m")
    plt.xlabel("Height (in)")
    plt.ylabel("Weight (lbs)")
    plt.title("Men's Height vs. Weight")
