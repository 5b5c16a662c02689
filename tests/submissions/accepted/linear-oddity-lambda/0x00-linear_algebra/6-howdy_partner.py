#!/usr/bin/env python3
"""Two lists in one."""

cat_arrays = lambda arr1, arr2: arr1 + arr2
