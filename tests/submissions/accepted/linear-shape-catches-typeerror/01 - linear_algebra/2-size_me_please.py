#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Go down until a number has no length."""
    shape = []
    try:
        while True:
            shape.append(len(matrix))
            matrix = matrix[0]
    except TypeError:
        return shape
