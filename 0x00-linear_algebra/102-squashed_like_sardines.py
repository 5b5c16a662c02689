#!/usr/bin/env python3
"""Join two matrices of any depth along one axis."""


def shape_of(matrix):
    """Return the sizes of a nested list, from the outside to the inside.

    matrix: nested list of numbers, any depth
    Returns: list of sizes, [] for a number
    """
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        matrix = matrix[0] if matrix else None
    return shape


def copy_of(matrix):
    """Return a nested list that shares no list with the given one.

    matrix: nested list of numbers, any depth
    Returns: new nested list of the same shape
    """
    if not isinstance(matrix, list):
        return matrix
    return [copy_of(part) for part in matrix]


def cat_matrices(mat1, mat2, axis=0):
    """Join two nested lists along one axis.

    mat1: nested list of numbers, any depth, shape (rows, columns, ...)
    mat2: nested list of the same depth and, except at `axis`, of the
        same shape
    axis: place in the shape where the sizes are added, 0 is the outermost
    Returns: new nested list that shares no list with mat1 or mat2, or
        None if depth or shape do not fit or there is no such axis
    Raises: nothing
    Source: lesson 0x00, section "Matrices: turn, add, join"
    """
    shape1, shape2 = shape_of(mat1), shape_of(mat2)
    if len(shape1) != len(shape2) or not 0 <= axis < len(shape1):
        return None
    # Sizes may differ at the joining axis only: take it out of both.
    del shape1[axis], shape2[axis]
    if shape1 != shape2:
        return None
    if axis == 0:
        return copy_of(mat1) + copy_of(mat2)
    return [cat_matrices(part1, part2, axis - 1)
            for part1, part2 in zip(mat1, mat2)]
