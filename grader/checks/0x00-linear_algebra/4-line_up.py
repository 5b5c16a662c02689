"""Add two lists of numbers, place by place."""

import numpy as np

KIND = "function"
ENTRY = "add_arrays"
RULES = ["no imports"]

EXAMPLES = [
    ("add_arrays([3, 4], [4, 3])", [7, 7]),
    ("add_arrays([1.5, -2, 0], [1, 2, 0.25])", [2.5, 0, 0.25]),
    ("add_arrays([1, 2, 3], [4, 5])", None),
    ("add_arrays([6], [7, 8])", None),
    ("add_arrays([], [])", []),
    ("add_arrays([], [9])", None),
]


def oracle(arr1, arr2):
    """Add the numbers of the same place; other lengths have no sum."""
    if len(arr1) != len(arr2):
        return None
    return [a + b for a, b in zip(arr1, arr2)]


def _numbers(rng, n):
    return rng.integers(-9, 10, n).tolist()


def _decimals(rng, n):
    return np.round(rng.uniform(-9, 9, n), 2).tolist()


def inputs_of_equal_length(rng):
    """two lists of whole numbers, of equal length"""
    for n in (0, 1, 2, 2, 3, 4, 6, 9, 15, 20):
        yield _numbers(rng, n), _numbers(rng, n)


def inputs_decimals(rng):
    """two lists of equal length with decimals"""
    for n in (1, 2, 3, 4, 5, 7, 10, 12):
        yield _decimals(rng, n), _decimals(rng, n)


def inputs_of_other_length(rng):
    """lists of different lengths: there is no sum"""
    for n, m in ((1, 2), (2, 1), (0, 1), (1, 0), (2, 4), (5, 3), (0, 4),
                 (3, 0), (6, 7), (9, 8)):
        yield _numbers(rng, n), _numbers(rng, m)


def mistake_joins_equal_lengths(arr1, arr2):
    """`+` on lists joins them; add the numbers pair by pair."""
    if len(arr1) != len(arr2):
        return None
    return arr1 + arr2


def mistake_joins(arr1, arr2):
    """`+` on lists joins them; add the numbers pair by pair, and give None
    if the lengths differ.
    """
    return arr1 + arr2


def mistake_zip_cuts(arr1, arr2):
    """zip stops at the end of the shorter list without a message. Compare the
    lengths first; the answer is None if they differ.
    """
    return [a + b for a, b in zip(arr1, arr2)]


def mistake_no_length_test(arr1, arr2):
    """You go through the first list only. Compare the lengths first; the
    answer is None if they differ.
    """
    return [arr1[i] + arr2[i] for i in range(len(arr1))]


def mistake_empty_is_none(arr1, arr2):
    """Two empty lists have the same length: their sum is the empty list.
    Compare the lengths, do not test if a list is empty.
    """
    if not arr1 or not arr2:
        return None
    return oracle(arr1, arr2)


def mistake_other_length_is_empty(arr1, arr2):
    """For lists of different lengths the answer is None, not an empty
    list.
    """
    total = oracle(arr1, arr2)
    return [] if total is None else total


EQUIVALENT_MUTANTS = {
    "return [a + b for a, b in zip(arr1, arr2)] => return [a + b for b, a in "
    "zip(arr1, arr2)]":
        "The order of two summands is free.",
    "return [a + b for a, b in zip(arr1, arr2)] => return [a + b for a, b in "
    "zip(arr2, arr1)]":
        "The order of two summands is free.",
}
