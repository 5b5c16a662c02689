"""Join two lists."""

import numpy as np

KIND = "function"
ENTRY = "cat_arrays"
RULES = ["no imports"]

EXAMPLES = [
    ("cat_arrays([21, 25], [19, 30, 28])", [21, 25, 19, 30, 28]),
    ("cat_arrays([0.5, -1], [0.5, 2])", [0.5, -1, 0.5, 2]),
    ("cat_arrays([], [24])", [24]),
    ("cat_arrays([7, 8], [])", [7, 8]),
]


def oracle(arr1, arr2):
    """Fill a new list, number by number."""
    return [number for number in arr1] + [number for number in arr2]


def _numbers(rng, n):
    return rng.integers(-9, 10, n).tolist()


def _decimals(rng, n):
    return np.round(rng.uniform(-9, 9, n), 2).tolist()


def inputs_of_any_length(rng):
    """two lists of whole numbers"""
    for n, m in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 5), (6, 2), (4, 4),
                 (9, 7), (12, 15)):
        yield _numbers(rng, n), _numbers(rng, m)


def inputs_decimals(rng):
    """two lists of numbers with decimals"""
    for n, m in ((1, 1), (1, 2), (2, 1), (2, 3), (4, 4), (5, 3), (3, 8),
                 (10, 6)):
        yield _decimals(rng, n), _decimals(rng, m)


def inputs_with_empty_lists(rng):
    """one list or both are empty"""
    for n, m in ((0, 0), (0, 1), (1, 0), (0, 2), (2, 0), (0, 5), (4, 0),
                 (0, 9)):
        yield _numbers(rng, n), _numbers(rng, m)


def mistake_gives_result_of_extend(arr1, arr2):
    """extend changes arr1 itself and returns None; build a new list."""
    return arr1.extend(arr2)


def mistake_extends_the_first(arr1, arr2):
    """extend changes arr1 itself, and arr1 belongs to the caller; build a
    new list.
    """
    arr1.extend(arr2)
    return arr1


def mistake_appends_the_list(arr1, arr2):
    """The second list sits as one element inside the first. Add its numbers
    one by one, or join both lists.
    """
    return arr1 + [arr2]


def mistake_second_first(arr1, arr2):
    """The order is swapped: the numbers of arr1 come first."""
    return arr2 + arr1


def mistake_adds_numbers(arr1, arr2):
    """You add pair by pair; here the two lists follow one another."""
    return [a + b for a, b in zip(arr1, arr2)]
