#!/usr/bin/env python3
"""Transpose of a matrix."""


def matrix_transpose(matrix):
    """Let zip collect the columns."""
    return list(map(list, zip(*matrix)))
