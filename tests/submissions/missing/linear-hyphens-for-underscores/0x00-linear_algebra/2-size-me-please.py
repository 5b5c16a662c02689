#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Go down to the first number."""
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape
