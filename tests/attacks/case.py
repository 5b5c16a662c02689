"""One attack or oddity, as the tables write it down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

LIMITED = ("limits", "process")     # all levels below "full"
UNLIMITED = ("process",)

TARGET = "0-sum_rows"

FUNCTION = '''#!/usr/bin/env python3
"""Sums of rows."""
{top}

def sum_rows(matrix):
    """Sum each row."""
{body}
'''


@dataclass(frozen=True)
class Attack:
    """A student's file that tries something.

    name: what it is, in a few words; unique in its category
    source: its text or bytes; `$WORDS` stand for places, see `targets`
    task: the task of the small course whose file it is
    most: output points it may get at most; it never earns more honestly
    open_at: levels at which it is known to succeed
    harmful: levels at which it would hurt the machine: not tried there, and
        counted as successful
    slow: it takes its whole time; tried only where all walls stand
    files: other files of its folder, by name
    prepare: puts odd files into the folder of the task
    marks: what its report must say somewhere
    """

    name: str
    source: str | bytes = ""
    task: str = TARGET
    most: float = 0.0
    open_at: tuple[str, ...] = ()
    harmful: tuple[str, ...] = ()
    slow: bool = False
    files: dict[str, str] = field(default_factory=dict)
    prepare: Callable[[Path], None] | None = None
    marks: str = ""


def function(body: str, top: str = "") -> str:
    """A file that defines `sum_rows` with this body."""
    lines = body.strip("\n").splitlines()
    return FUNCTION.format(
        top=top, body="\n".join("    " + line for line in lines))


def at_import(code: str, body: str = "return []") -> str:
    """A file that does something while it is loaded."""
    return function(body, code)


def sure(statement: str, top: str = "") -> str:
    """A file that gives back what an expression finds, if it finds it."""
    return function(f"return {statement}", top)


RIGHT_BODY = "return [sum(row) for row in matrix]"
