#!/usr/bin/env python3
"""Show poly_integral at work; each result stands beside its call."""

poly_integral = __import__("17-integrate").poly_integral

print(poly_integral([4, 0, 3], C=2))  # [2, 4, 0, 1]
print(poly_integral([1, 5, -6, 3]))  # [0, 1, 2.5, -2, 0.75]
print(poly_integral([0], 7))  # [7]
print(poly_integral([]))  # None
print(poly_integral([1, 2], "3"))  # None
