"""Tell the shape of a numpy array."""

import numpy as np

KIND = "function"
ENTRY = "np_shape"
RULES = ["no imports", "no loops", "no conditions", "no try"]
EXACT_NUMBERS = True

EXAMPLES = [
    ("np_shape(np.array([[1, 2, 3], [4, 5, 6]]))", (2, 3)),
    ("np_shape(np.array([21, 25, 19, 30, 28, 24]))", (6,)),
    ("np_shape(np.array([]))", (0,)),
    ("np_shape(np.array([[[0.5], [1.5]]]))", (1, 2, 1)),
]


def oracle(matrix):
    """Read the attribute."""
    return matrix.shape


def _whole(rng, shape):
    return (rng.integers(-9, 10, shape),)


def _sizes(rng, depth, most):
    return tuple(int(size) for size in rng.integers(1, most + 1, depth))


def inputs_with_one_axis(rng):
    """an array with one axis, perhaps empty"""
    for n in (0, 1, 2, 3, 5, 8):
        yield (np.round(rng.uniform(-9, 9, n), 1),)
    for most in (10, 20, 40):
        yield _whole(rng, _sizes(rng, 1, most))


def inputs_with_two_axes(rng):
    """an array of rows and columns"""
    for shape in ((1, 1), (1, 3), (3, 1), (2, 4)):
        yield _whole(rng, shape)
    for most in (4, 6, 9, 12):
        yield (np.round(rng.uniform(-9, 9, _sizes(rng, 2, most)), 1),)


def inputs_with_many_axes(rng):
    """an array with three to five axes"""
    for shape in ((1, 1, 1), (1, 2, 3), (3, 2, 1), (2, 1, 4, 3)):
        yield _whole(rng, shape)
    for depth in (3, 4, 5, 3, 5):
        yield _whole(rng, _sizes(rng, depth, 4))


def mistake_counts_entries(matrix):
    """`size` counts all entries. The shape has one number for each axis, as
    a tuple.
    """
    return matrix.size


def mistake_counts_axes(matrix):
    """`ndim` counts the axes. The shape has the size of each axis, as a
    tuple.
    """
    return matrix.ndim


def mistake_rows_and_columns_only(matrix):
    """You give rows and columns only. An array may have one axis, or more
    than two: ask it for the whole shape.
    """
    return (matrix.shape[0], matrix.shape[1])


def mistake_counts_rows_and_columns(matrix):
    """`len` cannot know how many axes there are: there may be one, or more
    than two. The array knows: ask it for its shape.
    """
    return (len(matrix), len(matrix[0]))


def mistake_rows_and_columns_in_a_list(matrix):
    """`len` cannot know how many axes there are, and a list is no tuple. The
    array has an attribute for this: ask it.
    """
    return [len(matrix), len(matrix[0])]


def mistake_gives_a_list(matrix):
    """The task asks for a tuple. `tuple(...)` makes a tuple of a list."""
    return list(matrix.shape)


def mistake_number_of_rows_alone(matrix):
    """`len` gives one number, the size of the first axis. The shape has one
    for each axis, as a tuple: ask the array for it.
    """
    return len(matrix)


def mistake_number_of_rows(matrix):
    """len gives the size of the first axis only. The shape has one number
    for each axis, as a tuple.
    """
    return (len(matrix),)


def mistake_last_axis_first(matrix):
    """The order is reversed: rows come first, then columns."""
    return matrix.shape[::-1]
