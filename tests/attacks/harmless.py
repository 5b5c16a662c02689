"""Oddities of honest students: none may cost a point of the output."""

from .case import RIGHT_BODY, Attack, at_import, function

CATEGORY = "harmless oddities"

RIGHT = function(RIGHT_BODY)


def right(body: str, top: str = "") -> str:
    """A right file with something odd in its function or above it."""
    return function(f"{body}\n{RIGHT_BODY}", top)


ODDITIES = [
    Attack("nothing odd", RIGHT),
    Attack("prints in the function", right("print('rows:', len(matrix))")),
    Attack("prints at import", at_import("print('loaded')", RIGHT_BODY)),
    Attack("prints to the error channel", right(
        "print('x', file=sys.stderr)", "import sys")),
    Attack("many prints", right("for n in range(2000): print(n)")),
    Attack("prints that are no UTF-8", right(
        "sys.stdout.buffer.write(b'\\xff\\xfe\\x80')", "import sys")),
    Attack("prints of letters from everywhere", right(
        "print('caf\u00e9 \u4e2d\u6587 \U0001f600 \\ud800 \\x1b[1m')")),
    Attack("output in another coding", right(
        "sys.stdout.reconfigure(encoding='latin-1')\nprint('\u00e9')",
        "import sys")),
    Attack("warnings", right(
        "warnings.warn('old')\nwarnings.simplefilter('always')",
        "import warnings")),
    Attack("warnings of the compiler", right(
        "text = '\\d'\nif len(matrix) is 1: pass")),
    Attack("warnings of numpy", right(
        "np.array([1.0]) / np.array([0.0])", "import numpy as np")),
    Attack("an import that takes a second", at_import(
        "import time\ntime.sleep(1)", RIGHT_BODY)),
    Attack("imports that it does not use", at_import(
        "import argparse, asyncio, csv, email, json, logging, sqlite3\n"
        "import numpy.linalg, numpy.fft", RIGHT_BODY)),
    Attack("other functions and classes", at_import(
        "def one(row):\n    return sum(row)\n\n\n"
        "class Box:\n    value = 3\n", "return [one(row) for row in matrix]"
    )),
    Attack("type hints", RIGHT.replace(
        "(matrix)", "(matrix: list[list[float]]) -> 'list[Number]'")),
    Attack("type hints of the future", RIGHT.replace(
        '"""Sums of rows."""', '"""Sums of rows."""\n'
        "from __future__ import annotations\nfrom typing import Any")),
    Attack("a block for __main__", RIGHT + (
        "\n\nif __name__ == '__main__':\n"
        "    raise SystemExit(sum_rows([[1]]))\n")),
    Attack("a recursion", function(
        "if not matrix:\n    return []\n"
        "return [sum(matrix[0])] + sum_rows(matrix[1:])")),
    Attack("a lambda", RIGHT.split("def")[0] + (
        "sum_rows = lambda matrix: list(map(sum, matrix))\n")),
    Attack("a callable object", at_import(
        "class Sum:\n    def __call__(self, matrix):\n"
        "        return [sum(row) for row in matrix]\n") +
        "\n\nsum_rows = Sum()\n"),
    Attack("a decorator that remembers", RIGHT.replace(
        "def sum_rows", "import functools\n\n\n"
        "def loud(function):\n    @functools.wraps(function)\n"
        "    def inner(*words):\n        return function(*words)\n"
        "    return inner\n\n\n@loud\ndef sum_rows")),
    Attack("scalars of numpy in the list", function(
        "return [np.sum(row) for row in matrix]", "import numpy as np")),
    Attack("floats where ints would do", function(
        "return [float(sum(row)) for row in matrix]")),
    Attack("arrays of no dimension in the list", function(
        "return [np.array(sum(row)) for row in matrix]",
        "import numpy as np")),
    Attack("a byte-order mark", b"\xef\xbb\xbf" + RIGHT.encode()),
    Attack("line ends of Windows", RIGHT.replace("\n", "\r\n").encode()),
    Attack("line ends of the first Macintosh",
           RIGHT.replace("\n", "\r").encode()),
    Attack("mixed line ends", RIGHT.replace("\n", "\r\n", 3).encode()),
    Attack("tabs", RIGHT.replace("    ", "\t")),
    Attack("no line end at the end", RIGHT.rstrip("\n")),
    Attack("no first line", RIGHT.partition("\n")[2]),
    Attack("a coding cookie", (
        "#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\n"
        "# caf\u00e9\n").encode("latin-1") + RIGHT.encode()),
    Attack("a coding cookie of an editor", (
        "# vim: set fileencoding=cp1252 :\nname = '\u20ac'\n"
    ).encode("cp1252") + RIGHT.encode()),
    Attack("names in another alphabet", function(
        "\u0441\u0443\u043c\u043c\u044b = [sum(r) for r in matrix]\n"
        "return \u0441\u0443\u043c\u043c\u044b")),
    Attack("a global that it changes", right(
        "global count\ncount += 1", "count = 0")),
    Attack("random numbers and the clock", right(
        "random.seed()\nrandom.random()\ntime.time()",
        "import random, time")),
    Attack("a file in the working folder", right(
        "with open('notes.txt', 'a') as file:\n    file.write('x')")),
    Attack("a raised and caught exception", right(
        "try:\n    matrix[999]\nexcept IndexError:\n    pass")),
    Attack("an alarm of its own that it takes back", right(
        "old = signal.signal(signal.SIGUSR1, signal.SIG_IGN)\n"
        "signal.signal(signal.SIGUSR1, old)", "import signal")),
    Attack("a changed recursion limit", at_import(
        "import sys\nsys.setrecursionlimit(5000)", RIGHT_BODY)),
    Attack("a deep recursion that ends", right(
        "def deep(n): return n and deep(n - 1)\ndeep(800)")),
    Attack("a thread that ends", right(
        "thread = threading.Thread(target=print)\n"
        "thread.start()\nthread.join()", "import threading")),
    Attack("threads of a pool", function(
        "with ThreadPoolExecutor(2) as pool:\n"
        "    return list(pool.map(sum, matrix))",
        "from concurrent.futures import ThreadPoolExecutor")),
    Attack("the garbage collector switched off", at_import(
        "import gc\ngc.disable()", RIGHT_BODY)),
    Attack("a neighbour that it imports", at_import(
        "from rows import one", "return [one(row) for row in matrix]"),
        files={"rows.py": "def one(row):\n    return sum(row)\n"}),
    Attack("old names of numpy", right(
        "np.float(1), np.product([1])", "import numpy as np")),
    Attack("a script that ends itself quietly",
           "#!/usr/bin/env python3\nnumbers = [1, 2, 3]\n"
           "print(sum(numbers))\nexit()\n", task="4-script"),
]
