#!/usr/bin/env python3
"""Shape of a matrix."""


def matrix_shape(matrix: list) -> list[int]:
    """Go down to the first number."""
    shape: list[int] = []
    level: list | int | float = matrix
    while isinstance(level, list):
        shape.append(len(level))
        level = level[0]
    return shape
