"""A course of one's own in a temporary folder, for tests of the way."""

from __future__ import annotations

from pathlib import Path

from grader.cases import Plan, plan
from grader.checkfile import CheckFile, load
from grader.model import Outcome
from grader.programs import run_program
from grader.sandbox.encode import encode

TASK = "0x00-topic/0-double"
CHECK = '''"""Double each number of a list."""

KIND = "function"
ENTRY = "double"
EXAMPLES = [
    ("double([1, 2])", [2, 4]),
    ("double([])", []),
]


def oracle(numbers):
    return [2 * number for number in numbers]


def inputs_short(rng):
    """short lists"""
    for size in (1, 2, 3):
        yield (rng.integers(1, 9, size).tolist(),)


def inputs_negative(rng):
    """negative numbers"""
    for size in (1, 2):
        yield ((-rng.integers(3, 9, size)).tolist(),)


def mistake_squares(numbers):
    """You square the numbers; doubling multiplies by 2."""
    return [number * number for number in numbers]


def mistake_repeats(numbers):
    """`2 * list` repeats the list; double each number."""
    return 2 * numbers
'''


def write_check(root: Path, text: str = CHECK, task: str = TASK) -> Path:
    """Put a check file below root; returns root."""
    path = root / (task + ".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def load_check(root: Path, text: str = CHECK) -> CheckFile:
    """The loaded check file of this text."""
    return load(str(write_check(root, text)), TASK)


def make_plan(root: Path, text: str = CHECK, seed: int = 1) -> Plan:
    """The plan of this check file."""
    return plan(load_check(root, text), seed)


def value(data: object, **facts: object) -> Outcome:
    """The outcome of a call that returned this."""
    return Outcome("value", data, raw=encode(data), **facts)


def outcomes_of(the_plan: Plan, program: object) -> list[Outcome]:
    """What a program does with each call of a plan, without a sandbox."""
    return [run_program(program, the_plan.file.entry, case.call)
            for check in the_plan.checks for case in check.cases]
