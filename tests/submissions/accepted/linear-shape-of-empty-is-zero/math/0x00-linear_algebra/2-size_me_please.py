#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Go down to the first number; an empty list has the size 0."""
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        if not matrix:
            break
        matrix = matrix[0]
    return shape
