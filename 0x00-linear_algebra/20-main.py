#!/usr/bin/env python3
"""Show cofactor at work."""
cofactor = __import__("20-cofactor").cofactor

print(cofactor([[9]]))  # [[1]]
print(cofactor([[3, 1], [4, 2]]))  # [[2, -4], [-1, 3]]
print(cofactor([[2, 0, 1], [1, 3, 0], [0, 4, 5]]))
# [[15, -5, 4], [4, 10, -8], [-3, 1, 6]]
