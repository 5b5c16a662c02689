#!/usr/bin/env python3
"""Show poly_derivative at work; each result stands beside its call."""

poly_derivative = __import__("10-matisse").poly_derivative

print(poly_derivative([7, -2, 0, 1]))  # [-2, 0, 3]
print(poly_derivative([1, 0.5, 2]))  # [0.5, 4]
print(poly_derivative([8]))  # [0]
print(poly_derivative([]))  # None
