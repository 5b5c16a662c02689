#!/usr/bin/env python3
"""Show gradient at work: its points and labels, then the figure."""

import matplotlib.pyplot as plt

gradient = __import__("100-gradient").gradient

gradient()
mountain, scale = plt.gcf().axes
print(len(mountain.collections[0].get_offsets()))  # 2000
print(mountain.get_xlabel(), scale.get_ylabel(), sep="; ")
# x coordinate (m); elevation (m)
plt.show()
