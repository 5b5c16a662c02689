"""Plain values -> short text that a student can read and paste.

Only plain data comes in (see `sandbox.decode`), so `repr` is ours to call.
Long values are cut in the middle, and the text says how much is cut.
"""

from __future__ import annotations

import math
from itertools import islice
from typing import Any

import numpy as np

from grader.model import Opaque
from grader.plain import cut as cut

KINDS = {
    "NoneType": "None", "list": "a list", "tuple": "a tuple",
    "dict": "a dictionary", "set": "a set", "str": "a text",
    "bool": "a bool", "int": "an int", "float": "a float",
    "bytes": "a bytes object", "complex": "a complex number",
}
MOST_BITS = 1300        # Python refuses to write ints of very many digits
MOST_ENTRIES = 400
MOST_PARTS = 1000


def show_kind(value: Any) -> str:
    """`a list`, `a numpy array`, `None`: the kind of a value in words."""
    if isinstance(value, Opaque):
        name = value.type_name or "unknown"
        return f"{_article(name)} {name} object"
    if isinstance(value, np.ndarray):
        return "a numpy array"
    if isinstance(value, np.number):
        return f"a single numpy {type(value).__name__} number"
    if isinstance(value, np.generic):
        return f"a numpy {type(value).__name__}"
    name = type(value).__name__
    return KINDS.get(name, f"{_article(name)} {name}")


def _article(name: str) -> str:
    return "an" if name[:1].lower() in "aeiou" else "a"


def show(value: Any, most: int = 200) -> str:
    """The value as Python text, cut in the middle to about `most`."""
    return cut(_text(value), most)


def show_pasteable(value: Any) -> str:
    """The value as an expression that gives an equal one; never cut."""
    return _text(value, whole=True)


def _text(value: Any, whole: bool = False) -> str:
    """The value in words of Python.

    whole: it must give the value back, however long and ugly it is
    """
    if isinstance(value, Opaque):
        inner = f": {value.text}" if value.text else ""
        return f"<{value.type_name}{inner}>"
    if isinstance(value, np.ndarray):
        return _array_text(value, whole)
    if isinstance(value, (list, tuple, dict, set, frozenset)):
        return _container_text(value, whole)
    if isinstance(value, (float, np.floating)) and whole \
            and not math.isfinite(value):
        return f"float('{float(value)}')"
    if isinstance(value, (np.integer, np.floating, np.bool_, np.str_)):
        return repr(value.item())
    if type(value) is int and value.bit_length() > MOST_BITS:
        return hex(value) if whole else (
            f"<an int of about {value.bit_length()} bits>")
    return repr(value)


def _container_text(value: Any, whole: bool) -> str:
    # Nobody sees more of them: the text is cut.
    most = None if whole else MOST_PARTS
    if isinstance(value, dict):
        parts = [f"{_text(key, whole)}: {_text(item, whole)}"
                 for key, item in islice(value.items(), most)]
    else:
        parts = [_text(item, whole) for item in islice(value, most)]
    if len(parts) < len(value):
        parts.append(f"... {len(value) - len(parts)} more")
    if isinstance(value, dict):
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(parts) + "]"
    if isinstance(value, tuple):
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    inner = "{" + ", ".join(sorted(parts)) + "}" if parts else ""
    if isinstance(value, frozenset):
        return f"frozenset({inner})"
    return inner or "set()"


def _array_text(value: Any, whole: bool) -> str:
    if value.size > MOST_ENTRIES and not whole:
        edges = np.array2string(value, threshold=20, edgeitems=2,
                                separator=", ", formatter={"object": _text})
        return f"array of shape {value.shape}: {' '.join(edges.split())}"
    if value.size == 0 and value.ndim != 1:
        return f"np.zeros({value.shape}{_dtype_text(value)})"
    numbers = value.tolist()
    if value.dtype.kind in "iub":       # the same text, and much faster
        return f"np.array({numbers!r}{_dtype_text(value)})"
    return f"np.array({_text(numbers, whole)}{_dtype_text(value)})"


def _dtype_text(value: Any) -> str:
    """What must be said beside the entries to get the same dtype."""
    dtype = value.dtype
    if dtype == np.dtype(float) or (value.size and (
            dtype in (np.dtype(int), np.dtype(bool)) or dtype.kind in "US")):
        return ""
    if dtype in (np.dtype(int), np.dtype(bool)):
        return f", dtype={dtype.kind.replace('i', 'int').replace('b', 'bool')}"
    return f", dtype={dtype.str if dtype.kind in 'US' else dtype.name!r}"
