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

# The same, where the argument is an array and `{}` its name.
WITH_ARRAY = {
    "shape": "The array knows its own shape. Ask `{}` for it",
    "transpose": "The array can turn itself. Ask `{}` for it",
    "swapaxes": "The array can turn itself. Ask `{}` for it",
    "add": "The signs of arithmetic work on whole arrays. Use them",
    "subtract": "The signs of arithmetic work on whole arrays. Use them",
    "multiply": "The signs of arithmetic work on whole arrays. Use them",
    "divide": "The signs of arithmetic work on whole arrays. Use them",
    "true_divide": "The signs of arithmetic work on whole arrays. Use them",
}


def instead_of(names: Iterable[str]) -> str:
    """A sentence about the first of these dotted names that is known."""
    for name in names:
        known = INSTEAD.get(name.rpartition(".")[2])
        if known and "." in name:
            return known
    return ""


def instead_with_array(names: Iterable[str], array: str) -> str:
    """What to do with the array instead of the first name that is known.

    array: the name of the argument; the text is no whole sentence yet
    """
    for name in names:
        known = WITH_ARRAY.get(name.rpartition(".")[2])
        if known and "." in name:
            return known.format(array)
    return f"Use what `{array}` itself can do"
