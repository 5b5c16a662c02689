"""Transpose a numpy array."""

import numpy as np

KIND = "function"
ENTRY = "np_transpose"
RULES = ["no imports", "no loops", "no conditions"]

EXAMPLES = [
    ("np_transpose(np.array([[100, 90, 80], [50, 60, 70]]))",
     np.array([[100, 50], [90, 60], [80, 70]])),
    ("np_transpose(np.array([4, 5, 6]))", np.array([4, 5, 6])),
    ("np_transpose(np.array([]))", np.array([])),
    ("np_transpose(np.array([[[1, 2], [3, 4]]]))",
     np.array([[[1], [3]], [[2], [4]]])),
]


def oracle(matrix):
    """Put the axes in reversed order."""
    return np.transpose(matrix)


def _numbers(rng, shape):
    # All numbers differ, so that a wrong place always shows.
    count = int(np.prod(shape))
    numbers = rng.permutation(np.arange(-count - 5, count + 5))[:count]
    return numbers.reshape(shape)


def inputs_with_two_axes(rng):
    """an array of rows and columns"""
    for shape in ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2)):
        yield (_numbers(rng, shape),)
    for shape in ((3, 3), (4, 2), (1, 5), (5, 4)):
        yield (_numbers(rng, shape) + 0.5,)


def inputs_with_one_axis(rng):
    """an array with one axis, perhaps empty"""
    for n in (0, 1, 2, 3, 4, 6, 9):
        yield (_numbers(rng, (n,)),)
    yield (_numbers(rng, (5,)) + 0.5,)


def inputs_with_three_axes(rng):
    """an array with three axes"""
    for shape in ((1, 1, 1), (1, 1, 2), (1, 2, 3), (2, 1, 3), (3, 2, 1),
                  (2, 2, 2), (2, 3, 4), (4, 3, 3)):
        yield (_numbers(rng, shape),)


def mistake_reshapes(matrix):
    """reshape keeps the numbers in their reading order. Use a transpose:
    rows must become columns.
    """
    return matrix.reshape(matrix.shape[::-1])


def mistake_swaps_the_first_two_axes(matrix):
    """You swap the first two axes. All axes must come in reversed order;
    an array with one axis stays as it is.
    """
    return np.swapaxes(matrix, 0, 1)


def mistake_swaps_the_last_two_axes(matrix):
    """You swap the last two axes. All axes must come in reversed order;
    an array with one axis stays as it is.
    """
    return np.swapaxes(matrix, -1, -2)


def mistake_reverses_the_rows(matrix):
    """`[::-1]` turns the order of the rows around. Rows must become
    columns.
    """
    return matrix[::-1]


def mistake_gives_it_back(matrix):
    """You give the array back as it came; reverse the order of its axes."""
    return matrix
