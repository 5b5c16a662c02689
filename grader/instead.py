"""What plain Python has in the place of a function that is not allowed."""

from __future__ import annotations

from collections.abc import Iterable

# Last part of the name -> what to do without it.
INSTEAD = {
    "sqrt": "`x ** 0.5` is the root of x.",
    "pow": "`x ** y` is the power.",
    "exp": "`e ** x` does it, with the e of the task.",
    "e": "Take the e that the task gives.",
    "pi": "Take the pi that the task gives.",
    "factorial": "Multiply the whole numbers in a loop.",
    "prod": "Multiply the numbers in a loop.",
    "fsum": "`sum` adds up a list.",
    "sum": "`sum` of Python adds up a list.",
    "mean": "Add the values up and divide by how many there are.",
    "fmean": "Add the values up and divide by how many there are.",
    "floor": "`int(x)` cuts the decimals, `x // 1` rounds down.",
    "ceil": "`-(-x // 1)` rounds up.",
    "fabs": "`abs(x)` takes the sign away.",
    "comb": "Multiply and divide the whole numbers in a loop.",
    "erf": "Add up the first terms of the series in the task.",
    "deepcopy": "Copy the list row by row, in a loop.",
    "reduce": "A loop does the same.",
    "chain": "Two loops, one in the other, do the same.",
    "product": "Two loops, one in the other, do the same.",
    "zeros": "`[0] * n` makes a list of n zeros.",
    "array": "Lists are enough here.",
    "shape": "`len` counts rows, and `len` of a row the columns.",
}


def instead_of(names: Iterable[str]) -> str:
    """A sentence about the first of these dotted names that is known."""
    for name in names:
        known = INSTEAD.get(name.rpartition(".")[2])
        if known and "." in name:
            return known
    return ""
