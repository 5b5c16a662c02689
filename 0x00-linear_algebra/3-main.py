#!/usr/bin/env python3
"""Show matrix_transpose at work; each result stands beside its call."""

matrix_transpose = __import__("3-flip_me_over").matrix_transpose

prices = [[100, 90, 80], [50, 60, 70]]
print(matrix_transpose(prices))  # [[100, 50], [90, 60], [80, 70]]
print(prices)  # [[100, 90, 80], [50, 60, 70]]
print(matrix_transpose([[4, 5]]))  # [[4], [5]]
