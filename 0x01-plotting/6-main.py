#!/usr/bin/env python3
"""Show bars at work: apples, start of bananas, then the figure."""

import matplotlib.pyplot as plt

bars = __import__("6-bars").bars

bars()
rows = plt.gca().patches
print([int(bar.get_height()) for bar in rows[:3]])  # [3, 14, 15]
print([int(bar.get_y()) for bar in rows[3:6]])  # [3, 14, 15]
plt.show()
