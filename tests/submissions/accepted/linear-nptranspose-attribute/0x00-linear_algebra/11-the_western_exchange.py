#!/usr/bin/env python3
"""Transpose of an array."""


def np_transpose(matrix):
    """Give a view."""
    return matrix.T
