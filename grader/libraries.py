"""Names that belong to libraries, never to a file of a student.

A file `numpy.py` beside a task would otherwise count as a module of the
task's own folder, and `import numpy` would be allowed everywhere.
"""

from __future__ import annotations

import sys

INSTALLED = frozenset(
    {
        "PIL",
        "cycler",
        "dateutil",
        "kiwisolver",
        "matplotlib",
        "mpl_toolkits",
        "numpy",
        "pandas",
        "pylab",
        "pytest",
        "scipy",
        "sklearn",
        "sympy",
        "tensorflow",
        "torch",
    }
)


def is_library(module: str) -> bool:
    """Tell if the name (or its first part) belongs to a library."""
    top = module.partition(".")[0]
    return top in INSTALLED or top in sys.stdlib_module_names
