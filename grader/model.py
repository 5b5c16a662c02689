"""Records that travel between the modules, and our own exceptions.

Nothing here computes: a record is made by one module and read by others.
All records are frozen, so a stage can never change what an earlier one said.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Literal

import msgspec

Part = Literal["output", "rules", "style", "docs"]
Visibility = Literal["visible", "hidden"]
CheckStatus = Literal["passed", "failed", "refused", "not_run"]
TaskStatus = Literal["passed", "failed", "missing", "refused", "later",
                     "grader_error"]
OutcomeState = Literal[
    "value", "exception", "timeout", "crash", "refused", "not_run"
]

PARTS: tuple[Part, ...] = ("output", "rules", "style", "docs")
# How much protects a run, from the least to the most.
Level = Literal["process", "limits", "full"]
LEVELS: tuple[Level, ...] = ("process", "limits", "full")


class GraderError(Exception):
    """Our own fault or a broken installation: never costs a student points.

    The text says what happened, where, and the way out.
    """


class CheckFileError(GraderError):
    """A check file is wrong: names the file, the line and the repair."""


class UsageError(Exception):
    """The user asked for something impossible: exit status 2."""


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one task may use; seconds are wall-clock seconds."""

    call_seconds: float = 2.0
    load_seconds: float = 6.0       # imports from a slow disk take long
    task_seconds: float = 12.0
    memory_bytes: int = 1 << 30
    file_bytes: int = 8 << 20
    value_bytes: int = 8 << 20
    open_files: int = 64

    def seconds_for(self, index: int) -> float:
        """The limit of one call; -1 is loading the file."""
        return self.load_seconds if index < 0 else self.call_seconds


class Call(msgspec.Struct, frozen=True):
    """One concrete call, before anybody ran it.

    text: the call as a student can paste it
    args, kwargs: the inputs as data when the call is plain `ENTRY(...)`
    expression: text to evaluate instead, when it is more than one call
    given: for scripts, source text that replaces the value of a given name
    """

    text: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = {}
    expression: str = ""
    given: dict[str, str] = {}


class Opaque(msgspec.Struct, frozen=True):
    """A value that does not travel: its type's name and a safe text."""

    type_name: str
    text: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What a program did with one call; believed to be hostile.

    value: the value returned, as plain data, when state is "value"
    error, text: the exception's type and message, or why it was refused
    line: the line of the student's file that was running, 0 if unknown
    stdout: what was printed, cut
    changed: position or name of each changed argument -> its value after
    shared: where in the result the object of an argument was found
    trace: (file, line, function) from the student's first line on
    notes: lost library names that were restored for this student
    raw: the encoded value, so that equal values are seen at once
    """

    state: OutcomeState
    value: Any = None
    error: str = ""
    text: str = ""
    line: int = 0
    stdout: str = ""
    changed: dict[str, Any] = {}
    shared: str = ""
    trace: tuple[tuple[str, int, str], ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    raw: bytes = b""
    cpu_seconds: float = 0.0


class Case(msgspec.Struct, frozen=True):
    """A call together with the outcome that the task demands."""

    call: Call
    expected: Outcome


class Check(msgspec.Struct, frozen=True):
    """One judged item of a task: its name and its cases, small first.

    weight: its part of the output points, against the other checks
    """

    name: str
    title: str
    visibility: Visibility
    cases: tuple[Case, ...]
    weight: Fraction = Fraction(1)


class SourceFile(msgspec.Struct, frozen=True):
    """The bytes that are graded, hashed and styled; read only once."""

    name: str
    data: bytes
    digest: str
    executable: bool | None


class TaskFile(msgspec.Struct, frozen=True):
    """Where a task was looked for and what was found.

    source: None when the task is missing or could not be read
    problem: why it could not be read, or the name it may be misspelt as
    siblings: top-level Python files of the same folder, by module name
    """

    id: str
    path: str
    source: SourceFile | None = None
    problem: str = ""
    siblings: dict[str, bytes] = {}


class Submission(msgspec.Struct, frozen=True):
    """A student's folder as discover found it."""

    path: str
    layout: str
    digest: str
    tasks: tuple[TaskFile, ...]
    remarks: tuple[str, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """The first place where got differs from expected.

    kind: "type", "length", "shape", "dtype", "value", "exception", ...
    path: indexes from the outermost container to the place
    text: one sentence that names the difference
    """

    kind: str
    text: str
    path: tuple[int | str, ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """One thing to tell the student.

    part: which points it concerns
    code: a short stable name, `E501`, `no-imports`, `value`
    text: what was seen, one sentence
    hint: what to do or think about
    line, column: place in the student's file, 0 when it has none
    remark: True when it costs nothing
    """

    part: Part
    code: str
    text: str
    hint: str = ""
    line: int = 0
    column: int = 0
    remark: bool = False


class Verdict(msgspec.Struct, frozen=True):
    """What became of one check, with the case shown to the student."""

    check: Check
    status: CheckStatus
    case: Case | None = None
    outcome: Outcome | None = None
    difference: Difference | None = None
    hint: str = ""
    seconds: float = 0.0


class PartScore(msgspec.Struct, frozen=True):
    """Points of one part, exact."""

    points: Fraction
    max_points: Fraction


class Isolation(msgspec.Struct, frozen=True):
    """What protected the run, as proven by the preflight.

    why: what could not be had, each with its reason
    namespaces: "user", "net", "pid" ...; more walls behind those of the level
    """

    level: Level
    landlock: int = 0
    seccomp: bool = False
    rlimits: bool = False
    preflight: str = ""
    why: tuple[str, ...] = ()
    namespaces: tuple[str, ...] = ()
