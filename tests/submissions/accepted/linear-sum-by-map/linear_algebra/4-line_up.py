#!/usr/bin/env python3
"""Sum of two lists."""


def add_arrays(arr1, arr2):
    """Add pair by pair; without a return the result is None."""
    if len(arr1) == len(arr2):
        return list(map(sum, zip(arr1, arr2)))
