#!/usr/bin/env python3
"""Show mat_mul at work; each result stands beside its call."""

mat_mul = __import__("8-ridin_bareback").mat_mul

print(mat_mul([[1, 2], [3, 4]], [[5], [6]]))  # [[17], [39]]
print(mat_mul([[2]], [[0, 1, 3]]))  # [[0, 2, 6]]
print(mat_mul([[1, 2]], [[3, 4]]))  # None
