#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Count and go down, without an end."""
    shape = [len(matrix)]
    while len(matrix[0]) > 0:
        shape.append(len(matrix[0]))
        matrix = matrix[0]
    return shape
