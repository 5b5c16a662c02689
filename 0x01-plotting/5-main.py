#!/usr/bin/env python3
"""Show all_in_one at work: plots and title, then the figure."""

import matplotlib.pyplot as plt

all_in_one = __import__("5-all_in_one").all_in_one

all_in_one()
print(len(plt.gcf().axes))  # 5
print(plt.gcf().get_suptitle())  # All in One
plt.show()
