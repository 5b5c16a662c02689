#!/usr/bin/env python3
"""Determinant."""


def signed_orders(size):
    """Give each order of the columns with its sign."""
    if size == 0:
        return [(1, [])]
    found = []
    for sign, order in signed_orders(size - 1):
        for place in range(size):
            longer = order[:place] + [size - 1] + order[place:]
            found.append((sign * (-1) ** (size - 1 - place), longer))
    return found


def determinant(matrix):
    """Add the products of all orders."""
    if not isinstance(matrix, list) or len(matrix) == 0:
        raise TypeError("matrix must be a list of lists")
    for row in matrix:
        if not isinstance(row, list):
            raise TypeError("matrix must be a list of lists")
    if matrix == [[]]:
        return 1
    for row in matrix:
        if len(row) != len(matrix):
            raise ValueError("matrix must be a square matrix")
    total = 0
    for sign, order in signed_orders(len(matrix)):
        for row, column in zip(matrix, order):
            sign *= row[column]
        total += sign
    return total
