#!/usr/bin/env python3
"""Show two at work: the legend and the limits, then the figure."""

import matplotlib.pyplot as plt

two = __import__("3-two").two

two()
names = plt.gca().get_legend().get_texts()
print([name.get_text() for name in names])  # ['C-14', 'Ra-226']
print(*plt.xlim(), *plt.ylim())  # 0.0 20000.0 0.0 1.0
plt.show()
