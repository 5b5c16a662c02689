#!/usr/bin/env python3
"""Sum of two lists."""


def add_arrays(arr1, arr2):
    """Add place by place."""
    if len(arr1) == len(arr2):
        total = []
        for i in range(len(arr1)):
            total.append(arr1[i] + arr2[i])
        return total
    else:
        return None
