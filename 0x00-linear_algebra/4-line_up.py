#!/usr/bin/env python3
"""Sum of two lists of numbers, place by place."""


def add_arrays(arr1, arr2):
    """Add the numbers that stand in the same place.

    arr1, arr2: lists of n numbers; both may be empty; they stay as they are
    Returns: new list of n numbers, or None if the lengths differ
    Source: lesson 0x00, section "Vectors"
    """
    if len(arr1) != len(arr2):
        return None
    return [a + b for a, b in zip(arr1, arr2)]
