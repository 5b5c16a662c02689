#!/usr/bin/env python3
"""Show matrix_shape at work; each result stands beside its call."""

matrix_shape = __import__("2-size_me_please").matrix_shape

print(matrix_shape([21, 25, 19, 30]))  # [4]
print(matrix_shape([[1, 2, 3], [4, 5, 6]]))  # [2, 3]
print(matrix_shape([[0.5], [1.5], [2.5]]))  # [3, 1]
print(matrix_shape([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))  # [2, 2, 2]
