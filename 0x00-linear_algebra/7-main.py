#!/usr/bin/env python3
"""Show cat_matrices2D at work; each result stands beside its call."""

cat_matrices2D = __import__("7-gettin_cozy").cat_matrices2D

top = [[1, 2], [3, 4]]
below = cat_matrices2D(top, [[5, 6]])
beside = cat_matrices2D(top, [[5], [6]], axis=1)
top[1].append(99)
print(top)  # [[1, 2], [3, 4, 99]]
print(below)  # [[1, 2], [3, 4], [5, 6]]
print(beside)  # [[1, 2, 5], [3, 4, 6]]
print(cat_matrices2D([[1, 2], [3, 4]], [[5], [6]]))  # None
