#!/usr/bin/env python3


def cat_arrays(arr1, arr2):
    return arr1 + arr2
