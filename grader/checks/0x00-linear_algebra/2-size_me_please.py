"""Tell the shape of a nested list."""

import numpy as np

KIND = "function"
ENTRY = "matrix_shape"
RULES = ["no imports"]
EXACT_NUMBERS = True

EXAMPLES = [
    ("matrix_shape([7, 8, 9])", [3]),
    ("matrix_shape([[1, 2, 3], [4, 5, 6]])", [2, 3]),
    ("matrix_shape([[0.5], [1.5]])", [2, 1]),
    ("matrix_shape([[[1, 2], [3, 4], [5, 6]]])", [1, 3, 2]),
    ("matrix_shape([[[[[4, 0]]]]])", [1, 1, 1, 1, 2]),
]


def oracle(matrix):
    """Note a length as long as there is still a list to open."""
    shape = []
    while isinstance(matrix, list):
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape


def _whole(rng, shape):
    return (rng.integers(-9, 10, shape).tolist(),)


def _decimals(rng, shape):
    return (np.round(rng.uniform(-9, 9, shape), 1).tolist(),)


def _sizes(rng, depth, most):
    return tuple(int(size) for size in rng.integers(1, most + 1, depth))


def inputs_lists_and_matrices(rng):
    """a list of numbers, or a list of rows"""
    for shape in ((1,), (2,), (1, 1), (1, 3), (3, 1), (2, 4)):
        yield _whole(rng, shape)
    for depth in (1, 2, 1, 2):
        yield _whole(rng, _sizes(rng, depth, 9))


def inputs_deep_lists(rng):
    """lists in lists, three to five deep"""
    for shape in ((1, 1, 1), (1, 2, 3), (3, 2, 1), (1, 2, 1, 3),
                  (2, 1, 1, 1, 3)):
        yield _whole(rng, shape)
    for depth in (3, 4, 5, 3, 4):
        yield _whole(rng, _sizes(rng, depth, 3))


def inputs_decimals(rng):
    """numbers with decimals"""
    for shape in ((1,), (3,), (1, 2), (3, 1), (2, 3, 1)):
        yield _decimals(rng, shape)
    for depth in (1, 2, 3, 4, 5):
        yield _decimals(rng, _sizes(rng, depth, 4))


def mistake_knows_int_only(matrix):
    """What happens when the innermost numbers are floats? Test for "is it
    still a list?", not for "is it an int?".
    """
    inner = matrix
    while isinstance(inner, list):
        inner = inner[0]
    return oracle(matrix) if isinstance(inner, int) else []


def mistake_goes_on_until_int(matrix):
    """What happens when the innermost numbers are floats? Go deeper while
    it is still a list, not until it is an int.
    """
    shape = []
    while not isinstance(matrix, int):
        shape.append(len(matrix))
        matrix = matrix[0]
    return shape


def mistake_len_of_a_number(matrix):
    """You take len() of a number. Stop going deeper as soon as the element
    is no longer a list.
    """
    return [len(matrix)] + mistake_len_of_a_number(matrix[0])


def mistake_two_levels_only(matrix):
    """You look at rows and columns only. The list may be one or many levels
    deep: repeat while the element is a list.
    """
    return [len(matrix), len(matrix[0])]


def mistake_innermost_first(matrix):
    """The order is reversed: the outermost length comes first."""
    return oracle(matrix)[::-1]


def mistake_outer_length_only(matrix):
    """You give the outermost length only. Open the first element and look
    again, while it is a list.
    """
    return [len(matrix)]


EQUIVALENT_MUTANTS = {
    "matrix = matrix[0] => matrix = matrix[-1]":
        "All parts of a matrix are equally long.",
    "while isinstance(matrix, list): => while isinstance(matrix, (list, "
    "tuple)):":
        "The task has lists only.",
}
