#!/usr/bin/env python3
"""Transpose of a matrix."""


def matrix_transpose(matrix):
    """Use the attribute."""
    return matrix.T
