#!/usr/bin/env python3
"""Transpose of a matrix."""


def matrix_transpose(matrix):
    """Let zip collect the columns."""
    new = []
    for column in zip(*matrix):
        new.append(column)
    return new
