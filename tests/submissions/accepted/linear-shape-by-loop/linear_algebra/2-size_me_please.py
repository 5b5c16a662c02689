#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Go down as long as the first element is a list."""
    shape = [len(matrix)]
    while type(matrix[0]) is list:
        matrix = matrix[0]
        shape.append(len(matrix))
    return shape
