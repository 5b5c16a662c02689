#!/usr/bin/env python3
"""Sum of two matrices."""


def add_matrices2D(a, b):
    """Name the arguments otherwise."""
    if [len(row) for row in a] != [len(row) for row in b]:
        return None
    return [[x + y for x, y in zip(*rows)] for rows in zip(a, b)]
