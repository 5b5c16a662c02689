#!/usr/bin/env python3
"""Sum of two lists."""


def add_arrays(arr1, arr2):
    """Add pair by pair."""
    total = []
    for a, b in zip(arr1, arr2):
        total.append(a + b)
    return total
