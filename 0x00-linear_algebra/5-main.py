#!/usr/bin/env python3
"""Show add_matrices2D at work; each result stands beside its call."""

add_matrices2D = __import__("5-across_the_planes").add_matrices2D

monday = [[2, 1], [0, 3]]
tuesday = [[5, 4], [6, -3]]
print(add_matrices2D(monday, tuesday))  # [[7, 5], [6, 0]]
print(monday)  # [[2, 1], [0, 3]]
print(add_matrices2D(monday, [[1, 2], [3, 4], [5, 6]]))  # None
print(add_matrices2D(monday, [[1, 2, 3], [4, 5, 6]]))  # None
