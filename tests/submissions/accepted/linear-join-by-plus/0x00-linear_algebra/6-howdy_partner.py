#!/usr/bin/env python3
"""Two lists in one."""


def cat_arrays(arr1, arr2):
    """Join them."""
    return arr1 + arr2
