#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix):
    """Go down to the first number."""
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape


if __name__ == "__main__":
    import numpy as np

    print(matrix_shape([[1, 2], [3, 4]]), np.shape([[1, 2], [3, 4]]))
