#!/usr/bin/env python3
"""Show inverse at work."""
inverse = __import__("22-inverse").inverse

print(inverse([[4]]))  # [[0.25]]
print(inverse([[2, 1], [5, 3]]))  # [[3.0, -1.0], [-5.0, 2.0]]
print(inverse([[2, 2], [1, 5]]))  # [[0.625, -0.25], [-0.125, 0.25]]
print(inverse([[2, 6], [1, 3]]))  # None
print(inverse([[0]]))  # None
