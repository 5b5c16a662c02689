#!/usr/bin/env python3
"""Show frequency at work: the height of each bar, then the figure."""

import matplotlib.pyplot as plt

frequency = __import__("4-frequency").frequency

frequency()
heights = [int(bar.get_height()) for bar in plt.gca().patches]
print(heights)  # [0, 0, 0, 0, 2, 8, 20, 11, 5, 3]
plt.show()
