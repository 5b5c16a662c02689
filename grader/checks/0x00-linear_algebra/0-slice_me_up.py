"""Cut three pieces out of a list of nine numbers."""

import numpy as np

KIND = "script"
GIVEN = {"arr": "{}"}
RULES = ["exactly 8 lines", "no imports", "no loops", "no conditions"]

EXAMPLES = [
    ("first two", "The first two numbers of the array are: [9, 8]"),
    ("last five",
     "The last five numbers of the array are: [9, 4, 1, 0, 3]"),
    ("2nd through 6th",
     "The 2nd through 6th numbers of the array are: [8, 2, 3, 9, 4]"),
]


def _text(arr1, arr2, arr3):
    return "\n".join((
        f"The first two numbers of the array are: {arr1}",
        f"The last five numbers of the array are: {arr2}",
        f"The 2nd through 6th numbers of the array are: {arr3}"))


def oracle(arr):
    """Pick the numbers one by one, by their index."""
    return _text([arr[0], arr[1]],
                 [arr[4], arr[5], arr[6], arr[7], arr[8]],
                 [arr[1], arr[2], arr[3], arr[4], arr[5]])


def inputs_whole_numbers(rng):
    """nine other whole numbers"""
    # All nine differ, so that a piece from the wrong place always shows.
    for top in (9, 9, 20, 20, 50, 50, 100, 100, 999, 999):
        chosen = rng.permutation(np.arange(-top, top + 1))[:9]
        yield {"arr": chosen.tolist()}


def inputs_decimals(rng):
    """nine numbers with decimals"""
    for top in (9, 9, 20, 20, 50, 50, 100, 100):
        chosen = rng.permutation(np.arange(-top, top + 1))[:9] + 0.5
        yield {"arr": chosen.tolist()}


def mistake_second_is_index_two(arr):
    """Python counts from 0 and the stop index is left out: the 2nd number
    has index 1, and to include index 5 the slice must stop at 6.
    """
    return _text(arr[:2], arr[-5:], arr[2:6])


def mistake_stops_one_early(arr):
    """The stop index is left out: the 6th number has index 5, so the slice
    must stop at 6.
    """
    return _text(arr[:2], arr[-5:], arr[1:5])


def mistake_one_place_late(arr):
    """The length is right, but the piece starts one place too late: the 2nd
    number has index 1, since Python counts from 0.
    """
    return _text(arr[:2], arr[-5:], arr[2:7])


def mistake_last_four(arr):
    """Your second piece has four numbers. Index 5 is the 6th place; count
    from the end instead: the last number has index -1.
    """
    return _text(arr[:2], arr[5:], arr[1:6])


def mistake_last_number_lost(arr):
    """Your second piece loses the last number: -1 as a stop is left out.
    Leave the stop empty to go on to the end.
    """
    return _text(arr[:2], arr[-5:-1], arr[1:6])


def mistake_first_one(arr):
    """Your first piece has one number only. The stop index is left out, so
    for the indexes 0 and 1 the slice must stop at 2.
    """
    return _text(arr[0:1], arr[-5:], arr[1:6])
