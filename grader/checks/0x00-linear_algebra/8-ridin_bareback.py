"""Multiply two matrices given as lists of rows."""

import numpy as np

KIND = "function"
ENTRY = "mat_mul"
RULES = ["no imports", "never numpy"]
RULES_ARE_THE_TASK = ["never numpy"]

EXAMPLES = [
    ("mat_mul([[1, 2], [3, 4]], [[5], [6]])", [[17], [39]]),
    ("mat_mul([[2]], [[0, 1, 3]])", [[0, 2, 6]]),
    ("mat_mul([[2, 1], [0, 3]], [[100, 90], [50, 60]])",
     [[250, 240], [150, 180]]),
    ("mat_mul([[0.5, -1]], [[4], [3]])", [[-1]]),
    ("mat_mul([[1, 2]], [[3, 4]])", None),
    ("mat_mul([[1, 2], [3, 4]], [[1, 2], [3, 4], [5, 6]])", None),
]


def oracle(mat1, mat2):
    """Row by column, if the inner sizes agree."""
    if len(mat1[0]) != len(mat2):
        return None
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*mat2)]
            for row in mat1]


def _by_index(mat1, mat2):
    """Row by column without any test; may run out of a row."""
    return [[sum(row[k] * mat2[k][j] for k in range(len(mat2)))
             for j in range(len(mat2[0]))] for row in mat1]


def _rows(rng, n, m):
    return rng.integers(-9, 10, (n, m)).tolist()


def _decimals(rng, n, m):
    return np.round(rng.uniform(-9, 9, (n, m)), 1).tolist()


def inputs_that_fit(rng):
    """two matrices whose inner sizes agree"""
    for n, k, m in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (1, 1, 3), (2, 2, 2),
                    (1, 2, 3), (3, 2, 1), (2, 3, 4), (3, 3, 3), (4, 2, 3),
                    (3, 4, 2), (5, 6, 4)):
        yield _rows(rng, n, k), _rows(rng, k, m)


def inputs_decimals(rng):
    """matrices that fit, with decimals"""
    for n, k, m in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (2, 2, 2), (3, 2, 1),
                    (2, 3, 2), (3, 1, 4), (4, 3, 2)):
        yield _decimals(rng, n, k), _decimals(rng, k, m)


def inputs_that_do_not_fit(rng):
    """inner sizes differ: there is no product"""
    for first, second in (((1, 2), (1, 2)), ((1, 1), (2, 1)),
                          ((2, 1), (2, 2)), ((2, 2), (1, 2)),
                          ((2, 2), (3, 2)), ((2, 3), (2, 3)),
                          ((3, 2), (3, 2)), ((3, 2), (4, 3)),
                          ((2, 4), (3, 2)), ((4, 3), (5, 3))):
        yield _rows(rng, *first), _rows(rng, *second)


def mistake_entry_by_entry(mat1, mat2):
    """You multiply entries in the same place; the product goes row by
    column.
    """
    return [[a * b for a, b in zip(row1, row2)]
            for row1, row2 in zip(mat1, mat2)]


def mistake_compares_numbers_of_rows(mat1, mat2):
    """You compare rows with rows. Compare the columns of the first matrix
    with the rows of the second.
    """
    if len(mat1) != len(mat2):
        return None
    return _by_index(mat1, mat2)


def mistake_compares_numbers_of_columns(mat1, mat2):
    """You compare columns with columns. Compare the columns of the first
    matrix with the rows of the second.
    """
    if len(mat1[0]) != len(mat2[0]):
        return None
    return _by_index(mat1, mat2)


def mistake_compares_numbers_of_rows_and_zips(mat1, mat2):
    """You compare rows with rows. Compare the columns of the first matrix
    with the rows of the second.
    """
    if len(mat1) != len(mat2):
        return None
    return mistake_zip_cuts(mat1, mat2)


def mistake_compares_numbers_of_columns_and_zips(mat1, mat2):
    """You compare columns with columns. Compare the columns of the first
    matrix with the rows of the second.
    """
    if len(mat1[0]) != len(mat2[0]):
        return None
    return mistake_zip_cuts(mat1, mat2)


def mistake_no_size_test(mat1, mat2):
    """Compare the columns of the first matrix with the rows of the second
    before you multiply; the answer is None if they differ.
    """
    return _by_index(mat1, mat2)


def mistake_zip_cuts(mat1, mat2):
    """zip stops at the shorter one without a message. Compare the columns of
    the first with the rows of the second; None if they differ.
    """
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*mat2)]
            for row in mat1]


def mistake_one_zero_row(mat1, mat2):
    """`*` repeats the same row object: all your rows are one list of zeros.
    Make a new list for each row.
    """
    if len(mat1[0]) != len(mat2):
        return None
    product = [[0] * len(mat2[0])] * len(mat1)
    for i in range(len(mat1)):
        for j in range(len(mat2[0])):
            for k in range(len(mat2)):
                product[i][j] += mat1[i][k] * mat2[k][j]
    return product


def mistake_total_not_reset(mat1, mat2):
    """Your total keeps the value of the entry before. Set it to 0 again for
    each entry of the product.
    """
    if len(mat1[0]) != len(mat2):
        return None
    product, total = [], 0
    for row in mat1:
        product.append([])
        for j in range(len(mat2[0])):
            for k in range(len(mat2)):
                total += row[k] * mat2[k][j]
            product[-1].append(total)
    return product


def mistake_gives_numpy_array(mat1, mat2):
    """The task is to write the three loops yourself, one in the other; return
    plain lists.
    """
    if len(mat1[0]) != len(mat2):
        return None
    return np.matmul(mat1, mat2)


EQUIVALENT_MUTANTS = {
    "if len(mat1[0]) != len(mat2): => if len(mat1[-1]) != len(mat2):":
        "All rows of a matrix are equally long.",
    "for j in range(len(mat2[0])): => for j in range(len(mat2[-1])):":
        "All rows of a matrix are equally long.",
}
