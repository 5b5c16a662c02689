#!/usr/bin/env python3
"""Show add_matrices at work."""
add_matrices = __import__("101-the_whole_barn").add_matrices

print(add_matrices([4, 7], [10, -2]))  # [14, 5]
print(add_matrices([[1, 2], [3, 4]], [[0, 5], [5, 0]]))  # [[1, 7], [8, 4]]
print(add_matrices([[[1], [2]]], [[[3], [4]]]))  # [[[4], [6]]]
print(add_matrices([[1, 2], [3, 4]], [[1], [2]]))  # None
