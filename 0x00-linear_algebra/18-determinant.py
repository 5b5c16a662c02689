#!/usr/bin/env python3
"""Determinant of a square matrix."""


def determinant(matrix):
    """Return the determinant by expansion along the first row.

    matrix: list of n lists of n numbers, shape (n, n); [[]] is 0x0
    Returns: number; 1 for the 0x0 matrix
    Raises: TypeError("matrix must be a list of lists") if matrix is no
        list, has no row, or has a row that is no list;
        ValueError("matrix must be a square matrix") if some row is
        shorter or longer than the number of rows
    Source: lesson 0x00, section "Determinant and inverse"
    """
    if not isinstance(matrix, list) or matrix == []:
        raise TypeError("matrix must be a list of lists")
    if not all(isinstance(row, list) for row in matrix):
        raise TypeError("matrix must be a list of lists")
    if matrix == [[]]:
        return 1
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError("matrix must be a square matrix")
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for column, number in enumerate(matrix[0]):
        smaller = [row[:column] + row[column + 1:] for row in matrix[1:]]
        total += (-1) ** column * number * determinant(smaller)
    return total
