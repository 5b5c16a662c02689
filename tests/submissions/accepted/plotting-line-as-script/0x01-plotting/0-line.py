#!/usr/bin/env python3
"""A line: the cubes of the numbers 0 to 10."""
import numpy as np
import matplotlib.pyplot as plt


y = np.arange(0, 11) ** 3
plt.figure(figsize=(6.4, 4.8))

# Without an x, plot counts 0, 1, 2 ... for it.
plt.plot(y, "r-")
plt.xlim(0, 10)
