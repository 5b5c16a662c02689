#!/usr/bin/env python3
"""Sum of two lists."""


def add_arrays(arr1, arr2):
    """Add pair by pair."""
    if len(arr1) != len(arr2):
        return None
    return [x + y for x, y in zip(arr1, arr2)]


print(add_arrays([1, 2, 3, 4], [5, 6, 7, 8]))
print(add_arrays([1, 2], [1]))
