#!/usr/bin/env python3
"""Show np_cat at work; each result stands below its call."""
import numpy as np

np_cat = __import__("13-cats_got_your_tongue").np_cat

print(np_cat(np.array([[1, 2], [3, 4]]), np.array([[5, 6]])))
# [[1 2]
#  [3 4]
#  [5 6]]
print(np_cat(np.array([[1, 2], [3, 4]]), np.array([[5], [6]]), axis=1))
# [[1 2 5]
#  [3 4 6]]
