"""Add two matrices given as lists of rows."""

import numpy as np

KIND = "function"
ENTRY = "add_matrices2D"
RULES = ["no imports"]

EXAMPLES = [
    ("add_matrices2D([[2, 1], [0, 3]], [[5, 4], [6, -3]])",
     [[7, 5], [6, 0]]),
    ("add_matrices2D([[0.5, 1, 2]], [[2, 0.25, -2]])", [[2.5, 1.25, 0]]),
    ("add_matrices2D([[1, 2], [3, 4]], [[1, 2, 3], [4, 5, 6]])", None),
    ("add_matrices2D([[1, 2], [3, 4]], [[1, 2], [3, 4], [5, 6]])", None),
    ("add_matrices2D([[1, 2], [3, 4], [5, 6]], [[1, 2], [3, 4]])", None),
]


def oracle(mat1, mat2):
    """Add numbers of the same place, if rows and columns are as many."""
    if len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[0]):
        return None
    return _add(mat1, mat2)


def _add(mat1, mat2):
    """Sum of as many rows and columns as both matrices have."""
    return [[a + b for a, b in zip(row1, row2)]
            for row1, row2 in zip(mat1, mat2)]


def _rows(rng, shape):
    return rng.integers(-9, 10, shape).tolist()


def _decimals(rng, shape):
    return np.round(rng.uniform(-9, 9, shape), 2).tolist()


def inputs_of_equal_shape(rng):
    """two matrices of equal shape"""
    for shape in ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (4, 4),
                  (1, 6), (6, 1), (5, 7)):
        yield _rows(rng, shape), _rows(rng, shape)


def inputs_decimals(rng):
    """two matrices of equal shape with decimals"""
    for shape in ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (4, 3),
                  (3, 5)):
        yield _decimals(rng, shape), _decimals(rng, shape)


def inputs_with_other_rows(rng):
    """the numbers of rows differ: there is no sum"""
    for n, m, columns in ((1, 2, 1), (2, 1, 1), (2, 3, 2), (3, 2, 2),
                          (1, 4, 3), (4, 1, 3), (5, 4, 2), (4, 6, 3)):
        yield _rows(rng, (n, columns)), _rows(rng, (m, columns))


def inputs_with_other_columns(rng):
    """the numbers of columns differ: there is no sum"""
    for first, second in (((1, 1), (1, 2)), ((1, 2), (1, 1)),
                          ((2, 2), (2, 3)), ((2, 3), (2, 2)),
                          ((3, 1), (3, 4)), ((4, 5), (4, 3)),
                          ((2, 3), (3, 2)), ((3, 2), (2, 3)),
                          ((1, 4), (4, 1)), ((5, 2), (4, 3))):
        yield _rows(rng, first), _rows(rng, second)


def mistake_compares_columns_only(mat1, mat2):
    """Two shapes agree only if the number of rows and the number of columns
    agree: compare both, and try a 2x2 with a 3x2.
    """
    if len(mat1[0]) != len(mat2[0]):
        return None
    return _add(mat1, mat2)


def mistake_compares_first_rows_only(mat1, mat2):
    """You compare the first rows, but not how many rows there are: compare
    both, and try a 3x2 with a 2x2.
    """
    if len(mat1[0]) != len(mat2[0]):
        return None
    return [[mat1[i][j] + mat2[i][j] for j in range(len(mat1[0]))]
            for i in range(len(mat1))]


def mistake_compares_rows_only(mat1, mat2):
    """You compare the number of rows only. Compare the lengths of the rows
    too; the answer is None if one of both differs.
    """
    if len(mat1) != len(mat2):
        return None
    return _add(mat1, mat2)


def mistake_no_shape_test(mat1, mat2):
    """zip stops at the shorter one without a message. Compare both shapes
    first; the answer is None if they differ.
    """
    return _add(mat1, mat2)


def mistake_joins_rows(mat1, mat2):
    """`+` on two rows joins them; go one level deeper and add the numbers
    pair by pair.
    """
    if oracle(mat1, mat2) is None:
        return None
    return [row1 + row2 for row1, row2 in zip(mat1, mat2)]


def mistake_joins_matrices(mat1, mat2):
    """`+` on lists joins them; add the numbers of the same row and column
    instead.
    """
    if oracle(mat1, mat2) is None:
        return None
    return mat1 + mat2


EQUIVALENT_MUTANTS = {
    "if len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[0]): => if "
    "len(mat1) != len(mat2) or len(mat1[-1]) != len(mat2[0]):":
        "All rows of a matrix are equally long.",
    "if len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[0]): => if "
    "len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[-1]):":
        "All rows of a matrix are equally long.",
    "for row1, row2 in zip(mat1, mat2): => for row2, row1 in zip(mat1, mat2):":
        "The order of two summands is free.",
    "for row1, row2 in zip(mat1, mat2): => for row1, row2 in zip(mat2, mat1):":
        "The order of two summands is free.",
    "total.append([a + b for a, b in zip(row1, row2)]) => total.append([a + "
    "b for b, a in zip(row1, row2)])":
        "The order of two summands is free.",
    "total.append([a + b for a, b in zip(row1, row2)]) => total.append([a + "
    "b for a, b in zip(row2, row1)])":
        "The order of two summands is free.",
}
