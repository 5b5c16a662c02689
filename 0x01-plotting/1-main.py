#!/usr/bin/env python3
"""Show scatter at work: its points and title, then the figure."""

import matplotlib.pyplot as plt

scatter = __import__("1-scatter").scatter

scatter()
print(len(plt.gca().collections[0].get_offsets()))  # 2000
print(plt.gca().get_title())  # Men's Height vs Weight
plt.show()
