#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Note the sizes only when an int is reached."""
    sizes = []
    level = matrix
    while type(level) is list:
        sizes.append(len(level))
        if type(level[0]) is int:
            return sizes
        level = level[0]
    return []
