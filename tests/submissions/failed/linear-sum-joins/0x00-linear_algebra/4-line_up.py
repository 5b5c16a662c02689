#!/usr/bin/env python3
"""Sum of two lists."""


def add_arrays(arr1, arr2):
    """Use the plus sign."""
    if len(arr1) != len(arr2):
        return None
    return arr1 + arr2
