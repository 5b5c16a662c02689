"""The small course that is attacked: check files and right solutions.

Its checks hold a secret word, which must not appear in any output.
"""

from __future__ import annotations

from pathlib import Path

TOPIC = "0x00-attacked"
LIMITS = ('LIMITS = {"call_seconds": 0.25, "load_seconds": 0.8,\n'
          '          "task_seconds": 1.2, "memory_bytes": 192 << 20}')

ROWS = '''
def inputs_small(rng):
    """small matrices"""
    for size in (1, 2, 3, 4):
        yield (rng.integers(-90, 90, (size, size + 1)).tolist(),)


def inputs_wide(rng):
    """wide matrices"""
    for size in (5, 6, 7):
        yield (rng.integers(-900, 900, (2, size)).tolist(),)
'''

SUM_ROWS = f'''"""Sums of the rows of a matrix."""

_KEY = "$SECRET"
KIND = "function"
ENTRY = "sum_rows"
{LIMITS}
EXAMPLES = [
    ("sum_rows([[1, 2], [3, 4]])", [3, 7]),
    ("sum_rows([[5, 5]])", [10]),
]


def oracle(matrix):
    return [sum(row) for row in matrix]

{ROWS}'''

# The neighbour: no attack may touch its points, and no slow machine either.
DOUBLE = SUM_ROWS.replace(LIMITS, "").replace(
    "sum_rows", "double_rows").replace(
    "sum(row)", "[2 * entry for entry in row]").replace(
    "[3, 7]", "[[2, 4], [6, 8]]").replace("[10]", "[[10, 10]]").replace(
    "Sums of", "Twice")

# Here the rule is the task: nothing may be imported, numpy least of all.
STRICT = SUM_ROWS.replace("sum_rows", "strict_rows").replace(
    'KIND =', 'RULES = ["no imports", "never numpy"]\n'
              'RULES_ARE_THE_TASK = True\nKIND =')

# A check file that asks whether another answer is right as well.
LENIENT = SUM_ROWS.replace("sum_rows", "lenient_rows") + '''

def same(expected, got):
    return all(abs(one - two) < 1e-3 for one, two in zip(expected, got))
'''

SCRIPT = f'''"""Print the sum of a list."""

KIND = "script"
{LIMITS}
EXAMPLES = [("sum", "6")]
GIVEN = {{"numbers": "{{}}"}}


def oracle(numbers):
    return str(sum(numbers))


def inputs_lists(rng):
    """other lists"""
    for size in (2, 3, 4):
        yield {{"numbers": rng.integers(1, 99, size).tolist()}}
'''

CLASS = f'''"""A counter."""

KIND = "class"
ENTRY = "Counter"
{LIMITS}
EXAMPLES = [("Counter([1, 2]).total()", 3)]
PROBES = ["Counter(data).total()", "Counter(data=data).size"]


class Oracle:
    def __init__(self, data):
        self.size = len(data)
        self.data = data

    def total(self):
        return sum(self.data)


def inputs_lists(rng):
    """lists of numbers"""
    for size in (2, 3, 4):
        yield {{"data": rng.integers(1, 99, size).tolist()}}
'''

CHECKS = {
    "0-sum_rows": SUM_ROWS, "1-double_rows": DOUBLE,
    "2-strict_rows": STRICT, "3-lenient_rows": LENIENT,
    "4-script": SCRIPT, "5-counter": CLASS,
}

NEIGHBOUR = "1-double_rows"
NEIGHBOUR_SOURCE = '''#!/usr/bin/env python3
"""Twice each entry."""


def double_rows(matrix):
    """Double each entry."""
    return [[2 * entry for entry in row] for row in matrix]
'''


def write_checks(root: Path, secret: str, is_patient: bool) -> None:
    """Put the check files below root.

    is_patient: with the usual limits, for those who do nothing wrong
    """
    folder = root / TOPIC
    folder.mkdir(parents=True)
    for task, text in CHECKS.items():
        if is_patient:
            text = text.replace(LIMITS, "")
        (folder / f"{task}.py").write_text(text.replace("$SECRET", secret))
