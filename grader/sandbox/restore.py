"""Names that old course code needs and current numpy lost.

The course ran numpy 1.15. A student's mathematics is right even when a name
is gone, so the names are put back in the child before the student's file is
loaded. Each use is noted and told to the student; it costs no points.
"""

from __future__ import annotations

import math
import os
import random
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

# Lost name of numpy -> where it lives now, as one would write it.
NUMPY_NAMES = {
    "math": "math", "float": "float", "int": "int", "bool": "bool",
    "object": "object", "str": "str", "complex": "complex", "long": "int",
    "float_": "np.float64", "complex_": "np.complex128", "Inf": "np.inf",
    "Infinity": "np.inf", "infty": "np.inf", "PINF": "np.inf",
    "NINF": "-np.inf", "NaN": "np.nan", "NAN": "np.nan", "product": "np.prod",
    "cumproduct": "np.cumprod", "alltrue": "np.all", "sometrue": "np.any",
    "round_": "np.round", "mat": "np.asmatrix",
    "unicode_": "np.str_", "string_": "np.bytes_", "trapz": "np.trapezoid",
    "row_stack": "np.vstack", "asfarray": "np.asarray(..., dtype=float)",
    "in1d": "np.isin(np.ravel(...), ...)", "msort": "np.sort(..., axis=0)",
}
PYTHON_NAMES = {"float": float, "int": int, "bool": bool, "object": object,
                "str": str, "complex": complex, "math": math,
                "-np.inf": -math.inf}


def asfarray(a: Any, dtype: Any = float) -> Any:
    """An array of floats, as numpy 1 made it."""
    return np.asarray(a, dtype=dtype)


def in1d(ar1: Any, ar2: Any, assume_unique: bool = False,
         invert: bool = False) -> Any:
    """Which of the flattened values are in ar2, as numpy 1 told it."""
    return np.isin(np.ravel(ar1), ar2, assume_unique, invert)


def msort(a: Any) -> Any:
    """A copy sorted along the first axis, as numpy 1 made it."""
    return np.sort(a, axis=0)


# Lost functions that no present one replaces without more words.
FUNCTIONS = {"asfarray": asfarray, "in1d": in1d, "msort": msort}


def restore_numpy(note: Callable[[str], None]) -> None:
    """Give numpy its lost names back; each use calls note with a sentence."""
    old = getattr(np, "__getattr__", None)

    def lost_name(name: str) -> Any:
        now = NUMPY_NAMES.get(name)
        if now is None:
            if old is None:
                raise AttributeError(f"module 'numpy' has no attribute "
                                     f"{name!r}")
            return old(name)
        if _is_student_code(sys._getframe(1)):
            note(f"`np.{name}` is gone in current numpy; write `{now}`.")
        if name in FUNCTIONS:
            return FUNCTIONS[name]
        if now in PYTHON_NAMES:
            return PYTHON_NAMES[now]
        return getattr(np, now.removeprefix("np."))

    setattr(np, "__getattr__", lost_name)
    for name in ("in1d", "row_stack", "trapz"):
        vars(np).pop(name, None)     # still there in some versions, but loud


def _is_student_code(frame: types.FrameType) -> bool:
    """Libraries ask for lost names too; they have whole paths."""
    name = frame.f_code.co_filename
    return not (os.path.isabs(name) or name.startswith("<"))


def restore_scipy(module: Any, note: Callable[[str], None]) -> None:
    """Give scipy its lost name back; `math` is the library's, so no note."""
    if not hasattr(module, "math"):
        module.math = math


def restore_special(module: Any, note: Callable[[str], None]) -> None:
    """Give scipy.special its lost name back."""
    if hasattr(module, "btdtr"):
        return

    def btdtr(a: Any, b: Any, x: Any) -> Any:
        note("`special.btdtr` is gone in current scipy; write "
             "`special.betainc`.")
        return module.betainc(a, b, x)
    module.btdtr = btdtr


def seed_everything(seed: int) -> None:
    """Make random numbers the same in each run of the same file."""
    random.seed(seed)
    np.random.seed(seed % (1 << 32))
    fresh = np.random.default_rng

    ours = seed

    def default_rng(seed: Any = None) -> np.random.Generator:
        """A generator; without a seed it is seeded by the grader."""
        return fresh(ours if seed is None else seed)

    setattr(np.random, "default_rng", default_rng)
