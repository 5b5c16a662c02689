#!/usr/bin/env python3
"""Show add_arrays at work; each result stands beside its call."""

add_arrays = __import__("4-line_up").add_arrays

print(add_arrays([3, 4], [4, 3]))  # [7, 7]
print(add_arrays([1.5, -2, 0], [1, 2, 0.25]))  # [2.5, 0, 0.25]
print(add_arrays([1, 2, 3], [4, 5]))  # None
print(add_arrays([], []))  # []
