#!/usr/bin/env python3
"""Matrix product of two lists of rows."""


def mat_mul(mat1, mat2):
    """Multiply two matrices, row by column.

    mat1: (n, k) list of rows, not empty; it stays as it is
    mat2: (k, m) list of rows, not empty; it stays as it is
    Returns: (n, m) new list of new rows, or None if the columns of mat1
        are not as many as the rows of mat2
    Source: lesson 0x00, section "Matrix product"
    """
    if len(mat1[0]) != len(mat2):
        return None
    product = []
    for row in mat1:
        new_row = []
        for j in range(len(mat2[0])):
            total = 0
            for k in range(len(mat2)):
                total += row[k] * mat2[k][j]
            new_row.append(total)
        product.append(new_row)
    return product
