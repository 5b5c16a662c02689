#!/usr/bin/env python3
"""Show line at work: its limits and colour, then the figure."""

import matplotlib.pyplot as plt

line = __import__("0-line").line

line()
print(*plt.xlim())  # 0.0 10.0
print([curve.get_color() for curve in plt.gca().lines])  # ['r']
plt.show()
