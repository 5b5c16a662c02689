"""Cut three blocks out of a numpy array of 4 rows and 6 columns."""

import numpy as np

KIND = "script"
GIVEN = {"matrix": "np.array({})"}
RULES = ["exactly 10 lines", "imports: numpy", "no loops", "no conditions"]

EXAMPLES = [
    ("middle rows", """\
The middle two rows of the matrix are:
[[ 7  8  9 10 11 12]
 [13 14 15 16 17 18]]"""),
    ("middle columns", """\
The middle two columns of the matrix are:
[[ 3  4]
 [ 9 10]
 [15 16]
 [21 22]]"""),
    ("bottom-right square", """\
The bottom-right, square, 3x3 matrix is:
[[10 11 12]
 [16 17 18]
 [22 23 24]]"""),
]


def _text(mat1, mat2, mat3):
    return (f"The middle two rows of the matrix are:\n{mat1}\n"
            f"The middle two columns of the matrix are:\n{mat2}\n"
            f"The bottom-right, square, 3x3 matrix is:\n{mat3}")


def oracle(matrix):
    """Name the indexes of the rows and the columns one by one."""
    matrix = np.array(matrix)
    return _text(matrix[[1, 2]], matrix[:, [2, 3]],
                 matrix[[1, 2, 3]][:, [3, 4, 5]])


def _numbers(rng, top):
    # All numbers differ, so that a wrong place always shows.
    return rng.permutation(np.arange(-top, top + 1))[:24].reshape(4, 6)


def inputs_whole_numbers(rng):
    """an array of other whole numbers"""
    for top in (12, 12, 12, 20, 20, 50, 50, 100, 100, 999):
        yield {"matrix": _numbers(rng, top).tolist()}


def inputs_decimals(rng):
    """an array of numbers with decimals"""
    for top in (12, 12, 12, 20, 20, 50, 50, 100):
        yield {"matrix": (_numbers(rng, top) + 0.5).tolist()}


def mistake_slices_rows_for_columns(matrix):
    """One index selects rows; columns need `matrix[:, ...]`."""
    matrix = np.array(matrix)
    return _text(matrix[1:3], matrix[2:4], matrix[-3:, -3:])


def mistake_counts_from_one(matrix):
    """Python counts from 0 and the stop index is left out: the 2nd row has
    index 1, the 3rd column index 2.
    """
    matrix = np.array(matrix)
    return _text(matrix[2:4], matrix[:, 3:5], matrix[-3:, -3:])


def mistake_two_pairs_of_brackets(matrix):
    """`matrix[-3:][-3:]` cuts the rows twice. Put both slices into one pair
    of brackets, with a comma: rows first, then columns.
    """
    matrix = np.array(matrix)
    return _text(matrix[1:3], matrix[:, 2:4], matrix[-3:][-3:])


def mistake_top_left(matrix):
    """Your last block comes from the top left. Start three places before
    the end, in the rows and in the columns.
    """
    matrix = np.array(matrix)
    return _text(matrix[1:3], matrix[:, 2:4], matrix[:3, :3])


def mistake_stop_at_minus_one(matrix):
    """Your last block loses a row and a column: -1 as a stop is left out.
    Leave the stop empty to go on to the end.
    """
    matrix = np.array(matrix)
    return _text(matrix[1:3], matrix[:, 2:4], matrix[-3:-1, -3:-1])


EQUIVALENT_MUTANTS = {
    "mat3 = matrix[-3:, -3:] => mat3 = matrix[-3:, 3:]":
        "The matrix has 6 columns: index 3 is index -3.",
}
