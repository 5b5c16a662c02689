#!/usr/bin/env python3
"""Cofactors of a square matrix."""


def smaller(matrix, row, column):
    """Return the matrix without one row and one column.

    matrix: list of n lists of n numbers, shape (n, n)
    row, column: indexes of what is left out
    Returns: new list of rows, shape (n - 1, n - 1)
    """
    return [line[:column] + line[column + 1:]
            for index, line in enumerate(matrix) if index != row]


def determinant(matrix):
    """Return the determinant by expansion along the first row.

    matrix: list of n lists of n numbers, shape (n, n), not checked
    Returns: number; 1 for a matrix without rows
    """
    if matrix == []:
        return 1
    return sum((-1) ** column * number
               * determinant(smaller(matrix, 0, column))
               for column, number in enumerate(matrix[0]))


def cofactor(matrix):
    """Return the matrix of cofactors.

    matrix: list of n lists of n numbers, shape (n, n), n >= 1
    Returns: new list of rows, shape (n, n); the number at (i, j) is the
        minor of that place, times -1 where i + j is odd; [[1]] for 1x1
    Raises: TypeError("matrix must be a list of lists") if matrix is no
        list, has no row, or has a row that is no list;
        ValueError("matrix must be a non-empty square matrix") if some
        row is empty, or shorter or longer than the number of rows
    Source: lesson 0x00, section "Determinant and inverse"
    """
    if not isinstance(matrix, list) or matrix == []:
        raise TypeError("matrix must be a list of lists")
    if not all(isinstance(row, list) for row in matrix):
        raise TypeError("matrix must be a list of lists")
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError("matrix must be a non-empty square matrix")
    size = len(matrix)
    return [[(-1) ** (i + j) * determinant(smaller(matrix, i, j))
             for j in range(size)]
            for i in range(size)]
