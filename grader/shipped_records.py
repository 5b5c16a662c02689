"""Records of the student edition's check files, as they stand in JSON.

`grader student` writes them and `shipped` reads them; both sides know the
form from here only. A field with its usual value is not written.
"""

from __future__ import annotations

from typing import Any

import msgspec

from grader import facts
from grader.model import OutcomeState

SAME_ENDING = ".same.py"
VERSION = 1
# Seeds of student editions; a digest never gives one of them.
EDITION_SEEDS = range(0x5eed << 48, (0x5eed << 48) + (1 << 32))


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True,
             omit_defaults=True):
    """A closed record; what has its usual value is not written."""


class Edition(Record, frozen=True):
    """What one student edition was made with."""

    version: int
    seed: int
    grader: str


class Told(Record, frozen=True):
    """An outcome; value and changed are places in the file's values."""

    state: OutcomeState = "value"
    value: int | None = None
    error: str = ""
    text: str = ""
    stdout: str = ""
    changed: dict[str, int] = {}
    shared: str = ""


class ShippedCase(Record, frozen=True):
    """A call and the place of its outcome; arguments are places too."""

    expected: int
    text: str = ""
    args: tuple[int, ...] = ()
    kwargs: dict[str, int] = {}
    expression: str = ""
    given: dict[str, str] = {}


class ShippedCheck(Record, frozen=True):
    """One check with its cases.

    example: one of the task's own examples; else the grader made the cases
    """

    name: str
    title: str
    cases: tuple[ShippedCase, ...]
    example: bool = False


class ShippedProgram(Record, frozen=True):
    """A mistake or another right answer: hint, and outcomes by case.

    outcomes: places, in the order of all cases; none for a case of a script
        that has no given values of its own
    """

    name: str
    hint: str
    outcomes: tuple[int | None, ...] = ()


class ShippedChoice(Record, frozen=True):
    """A question; which option is right is not known here."""

    question: str
    options: tuple[str, ...]


class ShippedPart(Record, frozen=True):
    """A property of a figure; weight as a fraction, `40` or `25/2`."""

    text: str
    name: str
    plot: int = 0
    weight: str = "1"


class ShippedFigure(Record, frozen=True):
    """The figure that is asked for, as facts."""

    parts: tuple[ShippedPart, ...]
    wanted: int
    remarks: tuple[tuple[ShippedPart, str], ...] = ()
    files: tuple[str, ...] = ()


class ShippedFile(Record, frozen=True):
    """One task; fields as in `CheckFile` unless they are described above."""

    version: int
    kind: str
    title: str
    points: dict[str, int]
    entry: str = ""
    parameters: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    task_rules: tuple[str, ...] = ()
    mutates: tuple[str, ...] = ()
    shares: bool = False
    exact_numbers: bool = False
    tolerance: tuple[float, float] = facts.TOLERANCE
    docs: bool = True
    aliases: tuple[str, ...] = ()
    limits: dict[str, float] = {}
    given: dict[str, str] = {}
    probes: tuple[str, ...] = ()
    pace: str = ""
    pace_steps: int = 0
    same: tuple[str, ...] = ()
    choice: ShippedChoice | None = None
    figure: ShippedFigure | None = None
    checks: tuple[ShippedCheck, ...] = ()
    mistakes: tuple[ShippedProgram, ...] = ()
    accepts: tuple[ShippedProgram, ...] = ()
    outcomes: tuple[Told, ...] = ()
    values: list[Any] = []
    blobs: list[Any] = []
