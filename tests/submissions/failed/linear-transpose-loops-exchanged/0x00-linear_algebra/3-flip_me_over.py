#!/usr/bin/env python3
"""Flip."""


def matrix_transpose(matrix):
    """Flip."""
    turned = []
    for i in range(len(matrix)):
        row = []
        for j in range(len(matrix[0])):
            row.append(matrix[j][i])
        turned.append(row)
    return turned
