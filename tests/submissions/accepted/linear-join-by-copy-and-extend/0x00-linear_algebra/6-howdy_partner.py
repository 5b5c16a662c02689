#!/usr/bin/env python3
"""Two lists in one."""


def cat_arrays(arr1, arr2):
    """Copy the first, then extend the copy."""
    joined = arr1.copy()
    joined.extend(arr2)
    return joined
