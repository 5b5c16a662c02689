"""Names that a file uses without having them, and what to write instead."""

from __future__ import annotations

# Names of older Pythons or of other languages -> the way out.
OLD_NAMES = {
    "xrange": "It is from an older Python: write `range`.",
    "raw_input": "It is from an older Python. Take the values from the "
                 "parameters.",
    "unicode": "It is from an older Python: write `str`.",
    "basestring": "It is from an older Python: write `str`.",
    "long": "It is from an older Python: write `int`.",
    "unichr": "It is from an older Python: write `chr`.",
    "reduce": "It is from an older Python: write a loop.",
    "cmp": "It is from an older Python: write `<`, `==` or `>`.",
    "true": "Write `True` with a capital letter.",
    "false": "Write `False` with a capital letter.",
    "null": "Python's word for nothing is `None`.",
    "none": "Write `None` with a capital letter.",
    "nil": "Python's word for nothing is `None`.",
    "undefined": "Python's word for nothing is `None`.",
    "self": "`self` must be the first parameter of each method: "
            "`def pmf(self, k):`.",
    "this": "In Python the object is called `self`, the first parameter of "
            "each method.",
    "elseif": "Write `elif`.",
}
# The usual short names of modules -> the line that brings them.
MODULES = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "stats": "from scipy import stats",
    "special": "from scipy import special",
    "numpy": "import numpy", "math": "import math", "scipy": "import scipy",
    "random": "import random", "copy": "import copy", "sys": "import sys",
    "os": "import os", "itertools": "import itertools",
    "functools": "import functools", "statistics": "import statistics",
}
# Attributes of older Pythons and libraries -> the way out.
OLD_ATTRIBUTES = {
    "has_key": "It is from an older Python: write `key in dictionary`.",
    "iteritems": "It is from an older Python: write `.items()`.",
    "itervalues": "It is from an older Python: write `.values()`.",
    "iterkeys": "It is from an older Python: write `.keys()`.",
    "next": "It is from an older Python: write `next(...)`.",
    "btdtr": "Newer libraries have `special.betainc` in its place.",
    "push": "Lists have `append`.",
    "length": "Write `len(...)`.",
    "size": "A list has no `size`: `len(...)` counts its items.",
    "shape": "Only numpy arrays have a `shape`. For lists, `len` counts the "
             "rows, and `len` of a row the columns.",
    "T": "Only numpy arrays have `.T`; this is a list.",
    "dot": "Only numpy arrays have `dot`; this is a list.",
    "ndim": "Only numpy arrays have `ndim`; this is a list.",
    "astype": "Only numpy arrays have `astype`.",
    "tolist": "Only numpy arrays have `tolist`; is it a list already?",
    "append": "`append` belongs to lists. Arrays keep their size: make a "
              "list first, or use `np.concatenate`.",
}
