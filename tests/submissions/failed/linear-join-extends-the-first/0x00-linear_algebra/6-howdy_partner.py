#!/usr/bin/env python3
"""Two lists in one."""


def cat_arrays(arr1, arr2):
    """Append number by number."""
    for number in arr2:
        arr1.append(number)
    return arr1
