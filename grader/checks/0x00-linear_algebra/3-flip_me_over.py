"""Turn the rows of a matrix into columns."""

import numpy as np

KIND = "function"
ENTRY = "matrix_transpose"
RULES = ["no imports"]

EXAMPLES = [
    ("matrix_transpose([[100, 90, 80], [50, 60, 70]])",
     [[100, 50], [90, 60], [80, 70]]),
    ("matrix_transpose([[1, 2], [3, 4]])", [[1, 3], [2, 4]]),
    ("matrix_transpose([[4, -5, 0.5]])", [[4], [-5], [0.5]]),
    ("matrix_transpose([[8], [9]])", [[8, 9]]),
]


def oracle(matrix):
    """Row j of the result is column j of the matrix."""
    return [[row[j] for row in matrix] for j in range(len(matrix[0]))]


def _rows(rng, n, m):
    # All numbers differ, so that a wrong place always shows.
    top = n * m + 5
    return rng.permutation(np.arange(-top, top))[:n * m].reshape(n, m)


def inputs_square(rng):
    """as many rows as columns"""
    for n in (1, 2, 2, 3, 3, 4, 5, 6):
        yield (_rows(rng, n, n).tolist(),)


def inputs_not_square(rng):
    """more rows than columns, or the other way round"""
    for n, m in ((1, 2), (2, 1), (2, 3), (3, 2), (1, 5), (5, 1), (4, 2),
                 (2, 6), (3, 7), (7, 4)):
        yield (_rows(rng, n, m).tolist(),)


def inputs_decimals(rng):
    """numbers with decimals"""
    for n, m in ((1, 1), (1, 3), (3, 1), (2, 2), (2, 3), (4, 3), (3, 3),
                 (5, 2)):
        yield ((_rows(rng, n, m) + 0.5).tolist(),)


def mistake_attribute_of_numpy(matrix):
    """`.T` belongs to numpy arrays; here rows and columns are plain lists.
    Build each new row with a loop.
    """
    return matrix.T


def mistake_gives_tuples(matrix):
    """zip gives tuples; the result must be a list of lists. Turn each of
    them into a list.
    """
    return list(zip(*matrix))


def mistake_one_row_repeated(matrix):
    """`*` repeats the same row object: all your rows are one list. Make a new
    list for each row.
    """
    turned = [[0] * len(matrix)] * len(matrix[0])
    for i in range(len(matrix)):
        for j in range(len(matrix[0])):
            turned[j][i] = matrix[i][j]
    return turned


def mistake_takes_it_for_square(matrix):
    """You count the columns with len(matrix), but that is the number of
    rows. The columns are counted by the length of a row.
    """
    size = range(len(matrix))
    return [[matrix[i][j] for i in size] for j in size]


def mistake_loops_exchanged(matrix):
    """The result has as many rows as the matrix has columns, and each of
    them is as long as the matrix has rows.
    """
    return [[matrix[j][i] for j in range(len(matrix[0]))]
            for i in range(len(matrix))]


def mistake_counts_columns_only(matrix):
    """You count the rows with len(matrix[0]), but that is the number of
    columns. The rows are counted by len(matrix).
    """
    size = range(len(matrix[0]))
    return [[matrix[i][j] for i in size] for j in size]


def mistake_too_few_new_rows(matrix):
    """You begin with as many rows as the matrix has. The result has as many
    rows as the matrix has columns.
    """
    turned = [[0] * len(matrix) for _ in matrix]
    for i in range(len(matrix)):
        for j in range(len(matrix[0])):
            turned[j][i] = matrix[i][j]
    return turned


def mistake_copies_the_matrix(matrix):
    """Your result is the matrix as it was. What stands in row i, column j
    must go to row j, column i.
    """
    return [row[:] for row in matrix]


def mistake_reverses_the_rows(matrix):
    """You turn the order of the rows around. The first column must become
    the first row.
    """
    return [row[:] for row in matrix[::-1]]


EQUIVALENT_MUTANTS = {
    "for j in range(len(matrix[0])): => for j in range(len(matrix[-1])):":
        "All parts of a matrix are equally long.",
}
