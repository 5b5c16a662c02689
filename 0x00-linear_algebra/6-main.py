#!/usr/bin/env python3
"""Show cat_arrays at work; each result stands beside its call."""

cat_arrays = __import__("6-howdy_partner").cat_arrays

morning = [21, 25]
print(cat_arrays(morning, [19, 30, 28]))  # [21, 25, 19, 30, 28]
print(morning)  # [21, 25]
print(cat_arrays([], [24]))  # [24]
