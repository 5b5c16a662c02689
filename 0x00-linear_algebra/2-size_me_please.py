#!/usr/bin/env python3
"""Shape of a nested list."""


def matrix_shape(matrix):
    """Tell the size of a nested list at each depth, outermost first.

    matrix: list of numbers, or list of lists of equal shape, any depth;
        no list in it is empty
    Returns: list of int, one for each depth: [rows, columns] for a matrix
    Source: lesson 0x00, section "Shape"
    """
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape
