#!/usr/bin/env python3
"""Sum of two lists."""


def add_arrays(arr1, arr2):
    """Add pair by pair and show the result."""
    if len(arr1) == len(arr2):
        print([x + y for x, y in zip(arr1, arr2)])
