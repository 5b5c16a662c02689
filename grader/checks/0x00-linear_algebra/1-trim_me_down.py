"""Keep the 3rd and the 4th column of a list of rows."""

import numpy as np

KIND = "script"
GIVEN = {"matrix": "{}"}
RULES = ["exactly 6 lines", "no imports", "at most 1 loop", "no conditions"]

EXAMPLES = [
    ("middle columns",
     "The middle columns of the matrix are: [[9, 4], [7, 3], [4, 6]]"),
]


def _text(the_middle):
    return f"The middle columns of the matrix are: {the_middle}"


def oracle(matrix):
    """Pick index 2 and index 3 of each row."""
    return _text([[row[2], row[3]] for row in matrix])


def _rows(rng, top):
    # All numbers differ, so that a wrong place always shows.
    numbers = rng.permutation(np.arange(-top, top + 1))[:18]
    return numbers.reshape(3, 6)


def inputs_whole_numbers(rng):
    """three rows of other whole numbers"""
    for top in (9, 9, 9, 20, 20, 50, 50, 100, 100, 999):
        yield {"matrix": _rows(rng, top).tolist()}


def inputs_decimals(rng):
    """three rows of numbers with decimals"""
    for top in (9, 9, 9, 20, 20, 50, 50, 100):
        yield {"matrix": (_rows(rng, top) + 0.5).tolist()}


def mistake_counts_from_one(matrix):
    """Python counts from 0 and the stop index is left out: the 3rd column
    has index 2, and to include index 3 the slice must stop at 4.
    """
    return _text([row[3:5] for row in matrix])


def mistake_one_column(matrix):
    """Only one column is left: the stop index is left out. To include
    index 3 the slice must stop at 4.
    """
    return _text([row[2:3] for row in matrix])


def mistake_slices_rows(matrix):
    """A slice of the matrix itself picks rows. Go through the rows and cut
    the two middle numbers out of each.
    """
    return _text(matrix[2:4])


def mistake_one_flat_list(matrix):
    """The result must be a list of rows: append each pair as a list of its
    own, do not add its numbers to one long list.
    """
    return _text([number for row in matrix for number in row[2:4]])


def mistake_columns_as_rows(matrix):
    """You made one list for each column; make one list of two numbers for
    each row.
    """
    return _text([[row[2] for row in matrix], [row[3] for row in matrix]])
