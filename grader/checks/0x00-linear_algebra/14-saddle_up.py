"""Multiply two matrices given as numpy arrays."""

import numpy as np

KIND = "function"
ENTRY = "np_matmul"
RULES = ["imports: numpy", "no loops", "no conditions"]

EXAMPLES = [
    ("np_matmul(np.array([[2, 1], [0, 3]]), np.array([[100, 90], [50, 60]]))",
     np.array([[250, 240], [150, 180]])),
    ("np_matmul(np.array([[1, 2, 3]]), np.array([[4], [5], [6]]))",
     np.array([[32]])),
    ("np_matmul(np.array([[1], [2]]), np.array([[0.5, -3]]))",
     np.array([[0.5, -3], [1, -6]])),
]


def oracle(mat1, mat2):
    """Row by column."""
    return np.array([[sum(row * column) for column in mat2.T]
                     for row in mat1])


def _whole(rng, n, m):
    # No zeros: with them a wrong order could give the right product.
    return rng.integers(1, 10, (n, m)) * rng.choice([-1, 1], (n, m))


def _decimals(rng, n, m):
    return np.round(rng.uniform(-9, 9, (n, m)), 1)


def inputs_square(rng):
    """two square matrices"""
    for n in (1, 2, 2, 2, 3, 3, 4, 5):
        yield _whole(rng, n, n), _whole(rng, n, n)


def inputs_not_square(rng):
    """matrices of other shapes that fit"""
    for n, k, m in ((1, 2, 1), (2, 1, 2), (1, 1, 3), (1, 2, 3), (3, 2, 1),
                    (2, 3, 4), (4, 2, 3), (3, 4, 2), (5, 6, 4)):
        yield _whole(rng, n, k), _whole(rng, k, m)


def inputs_decimals(rng):
    """matrices that fit, with decimals"""
    for n, k, m in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (2, 2, 2), (3, 2, 1),
                    (2, 3, 2), (3, 1, 4), (4, 3, 2)):
        yield _decimals(rng, n, k), _decimals(rng, k, m)


def mistake_entry_by_entry(mat1, mat2):
    """`*` multiplies entries in the same place; the matrix product goes row
    by column.
    """
    return mat1 * mat2


def mistake_other_order(mat1, mat2):
    """The order matters: mat1 stands on the left, mat2 on the right."""
    return np.matmul(mat2, mat1)


def mistake_row_by_row(mat1, mat2):
    """You multiply rows by rows. The product goes row by column, so do not
    transpose the second matrix.
    """
    return np.matmul(mat1, mat2.T)


def mistake_one_number(mat1, mat2):
    """You add all products up to one number; each entry of the result is a
    row times a column.
    """
    return np.vdot(mat1, mat2)


EQUIVALENT_MUTANTS = {
    "return np.matmul(mat1, mat2) => return np.dot(mat1, mat2)":
        "For two matrices dot and matmul are the same.",
}
