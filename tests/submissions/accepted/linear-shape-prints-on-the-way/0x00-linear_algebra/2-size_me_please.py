#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Go down to the first number and show each step."""
    shape = []
    while isinstance(matrix, list):
        print("level", len(shape), "has", len(matrix), "elements")
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape
