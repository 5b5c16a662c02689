#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Print characters that no encoding knows, and some that act."""
    print("\udce9\udcff half a letter, \x1b[31m red \x07\x00\r")
    open(1, "wb", closefd=False).write(b"\xff\xfe\xe9\n")
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape
