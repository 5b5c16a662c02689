"""Expected and got -> nothing, or the first place that differs.

Both are plain data: exact built-in types, numpy arrays and scalars, Opaque.
The order of questions is the order a student can use: what kind of thing is
it, how large is it, then which entry differs. Never more lenient than told.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np

from grader.model import Difference, Opaque
from grader.show import show, show_kind

Path = tuple[int | str, ...]


class Measure(msgspec.Struct, frozen=True):
    """How exactly values must agree.

    exact_numbers: a whole number must be an int, another one a float
    """

    rtol: float = 1e-7
    atol: float = 1e-9
    exact_numbers: bool = False


def compare(expected: Any, got: Any, measure: Measure) -> Difference | None:
    """The first difference, or None when the values agree."""
    return (_structure(expected, got, ())
            or _values(expected, got, measure, ()))


def kind_of(value: Any) -> str:
    """The kind of thing a value is, in the words of the lessons."""
    if value is None:
        return "None"
    if isinstance(value, (bool, np.bool_)):
        return "bool"
    if isinstance(value, (int, float, np.integer, np.floating)):
        return "number"
    if isinstance(value, (complex, np.complexfloating)):
        return "complex"
    if isinstance(value, np.ndarray):
        if value.ndim == 0 and value.dtype.kind in "biufc":
            return kind_of(value[()])
        return "array"
    if isinstance(value, str):
        return "text"
    if isinstance(value, Opaque):
        return "opaque"
    return type(value).__name__


def _structure(expected: Any, got: Any, path: Path) -> Difference | None:
    """Differences of kind and size, outermost first."""
    kind, other = kind_of(expected), kind_of(got)
    if kind != other or kind == "opaque":
        return Difference("type", f"{_at(path)} is {show_kind(got)}, not "
                                  f"{show_kind(expected)}", path)
    if kind == "array":
        return _array_structure(expected, got, path)
    if kind not in ("list", "tuple", "dict"):
        return None
    if kind == "dict":
        return _dict_structure(expected, got, path)
    if len(expected) != len(got):
        return Difference("length", f"{_at(path)} has {_items(len(got))}, "
                                    f"not {len(expected)}", path)
    for place, (one, two) in enumerate(zip(expected, got)):
        found = _structure(one, two, (*path, place))
        if found is not None:
            return found
    return None


def _dict_structure(expected: dict[Any, Any], got: dict[Any, Any],
                    path: Path) -> Difference | None:
    for key in expected:
        if key not in got:
            return Difference("keys", f"{_at(path)} lacks the key "
                                      f"{show(key)}", path)
    for key in got:
        if key not in expected:
            return Difference("keys", f"{_at(path)} has the key {show(key)} "
                                      f"that nobody asked for", path)
    for key, one in expected.items():
        found = _structure(one, got[key], (*path, _step(key)))
        if found is not None:
            return found
    return None


def _array_structure(expected: Any, got: Any,
                     path: Path) -> Difference | None:
    # Shapes first: numpy would stretch (3, 1) against (3,) and may agree.
    if expected.shape != got.shape:
        return Difference("shape", f"{_at(path)} has shape {got.shape}, not "
                                   f"{expected.shape}", path)
    if _family(expected) != _family(got):
        return Difference("dtype", f"{_at(path)} has dtype {got.dtype}, not "
                                   f"{expected.dtype}", path)
    if expected.dtype.kind == "O":      # anything may stand inside
        for place in np.ndindex(expected.shape):
            found = _structure(expected[place], got[place], (*path, *place))
            if found is not None:
                return found
    return None


def _family(array: Any) -> str:
    kind: str = array.dtype.kind
    return "number" if kind in "iuf" else kind


def _values(expected: Any, got: Any, measure: Measure,
            path: Path) -> Difference | None:
    """The first value that differs, given that kinds and sizes agree."""
    kind = kind_of(expected)
    if kind in ("list", "tuple"):
        for place, (one, two) in enumerate(zip(expected, got)):
            found = _values(one, two, measure, (*path, place))
            if found is not None:
                return found
        return None
    if kind == "dict":
        for key, one in expected.items():
            found = _values(one, got[key], measure, (*path, _step(key)))
            if found is not None:
                return found
        return None
    if kind == "array":
        return _array_values(expected, got, measure, path)
    if kind == "number":
        return _numbers(expected, got, measure, path)
    if kind == "complex":
        agree = bool(_close(np.asarray(expected), np.asarray(got), measure))
    else:
        agree = bool(expected == got)
    return None if agree else _differ(expected, got, path)


def _numbers(expected: Any, got: Any, measure: Measure,
             path: Path) -> Difference | None:
    if measure.exact_numbers and _is_whole(expected) != _is_whole(got):
        return Difference("number type", f"{_at(path)} is the {_name(got)} "
                          f"{show(got)}, not the {_name(expected)} "
                          f"{show(expected)}", path)
    return (None if numbers_agree(expected, got, measure)
            else _differ(expected, got, path))


def numbers_agree(expected: Any, got: Any, measure: Measure) -> bool:
    """Whether two numbers are equal within the tolerance; nan needs nan."""
    if _is_whole(expected) and _is_whole(got):
        return int(expected) == int(got)
    try:
        one, two = float(expected), float(got)
    except OverflowError:               # an int beyond the range of floats
        return bool(expected == got)
    if math.isnan(one) or math.isnan(two):
        return math.isnan(one) and math.isnan(two)
    if math.isinf(one) or math.isinf(two):
        return one == two
    return abs(one - two) <= measure.atol + measure.rtol * abs(one)


def _is_whole(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "iu"
    return isinstance(value, (int, np.integer))


def _name(value: Any) -> str:
    return "int" if _is_whole(value) else "float"


def _array_values(expected: Any, got: Any, measure: Measure,
                  path: Path) -> Difference | None:
    if measure.exact_numbers and _is_whole(expected) != _is_whole(got):
        return Difference("dtype", f"{_at(path)} has dtype {got.dtype}, not "
                                   f"{expected.dtype}", path)
    if expected.dtype.kind == "O":
        for place in np.ndindex(expected.shape):
            found = _values(expected[place], got[place], measure,
                            (*path, *place))
            if found is not None:
                return found
        return None
    agree = entries_agree(expected, got, measure)
    if bool(np.all(agree)):
        return None
    places = np.argwhere(~agree)
    place = tuple(int(index) for index in places[0])
    first = _differ(expected[place], got[place], (*path, *place))
    if len(places) > 1:
        text = f"{first.text}; {len(places)} of {agree.size} entries differ"
        return Difference("value", text, first.path)
    return first


def entries_agree(expected: Any, got: Any, measure: Measure) -> Any:
    """Whether each entry agrees; None for arrays of other sizes or kinds."""
    if (expected.shape != got.shape or _family(expected) != _family(got)
            or expected.dtype.kind == "O"):
        return None
    return np.asarray(_close(expected, got, measure) if (
        expected.dtype.kind in "iufc") else expected == got)


def _close(expected: Any, got: Any, measure: Measure) -> Any:
    """Entry by entry; written so that nan agrees with nan only."""
    if expected.dtype.kind in "iu" and got.dtype.kind in "iu":
        return expected == got
    with np.errstate(all="ignore"):
        # Times 1.0: the smallest of the fixed-size ints has no abs.
        near = np.abs(got - expected * 1.0) <= (
            measure.atol + measure.rtol * np.abs(expected * 1.0))
        finite = np.isfinite(expected) & np.isfinite(got)
        nan = np.isnan(expected) & np.isnan(got)
        return np.where(finite, near, (expected == got) | nan)


def _differ(expected: Any, got: Any, path: Path) -> Difference:
    where = f"at {place_text(path)}: " if path else ""
    return Difference("value", f"{where}expected {show(expected)}, "
                               f"got {show(got)}", path)


def place_text(path: Path) -> str:
    """`[1][0]` for a place inside the result."""
    return "".join(f"[{step}]" for step in path)


def _at(path: Path) -> str:
    return f"the result at {place_text(path)}" if path else "the result"


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"


def _step(key: Any) -> int | str:
    return key if type(key) is int else repr(key)[:60]
