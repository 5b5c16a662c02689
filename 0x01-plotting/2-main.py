#!/usr/bin/env python3
"""Show change_scale at work: the scale and the limits, then the figure."""

import matplotlib.pyplot as plt

change_scale = __import__("2-change_scale").change_scale

change_scale()
print(plt.gca().get_yscale())  # log
print(*plt.xlim())  # 0.0 28650.0
plt.show()
