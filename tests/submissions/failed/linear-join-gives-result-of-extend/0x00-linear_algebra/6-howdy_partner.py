#!/usr/bin/env python3
"""Two lists in one."""


def cat_arrays(arr1, arr2):
    """Extend the first."""
    return arr1.extend(arr2)
