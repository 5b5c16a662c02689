#!/usr/bin/env python3
"""Two lists joined to one."""


def cat_arrays(arr1, arr2):
    """Join two lists, the first one first.

    arr1: list of n numbers, may be empty; it stays as it is
    arr2: list of m numbers, may be empty; it stays as it is
    Returns: new list of n + m numbers
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    return arr1 + arr2
