#!/usr/bin/env python3
"""Show determinant at work."""
determinant = __import__("18-determinant").determinant

print(determinant([[]]))  # 1
print(determinant([[-6]]))  # -6
print(determinant([[3, 1], [4, 2]]))  # 2
print(determinant([[2, 6], [1, 3]]))  # 0
print(determinant([[0, 2, 1], [3, 0, 4], [1, 5, 0]]))  # 23
