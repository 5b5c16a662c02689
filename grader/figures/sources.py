"""The oracle and the mistakes of a figure as programs of their own.

They draw in a child, through the same door and reader as student code. What
the child gets is a text with the imports of the check file, its private
names and one drawing function; nothing else of the check file goes along.
"""

from __future__ import annotations

import ast
import hashlib
import os
from collections.abc import Sequence

import msgspec

from grader.checkfile import CheckFile
from grader.model import Limits
from grader.sandbox import wire

ENTRY = "draw_it"
OUR_LIMITS = Limits(call_seconds=10.0, task_seconds=120.0)
TAIL = '''

def draw_it():
    import matplotlib.pyplot as plt
    {name}(plt)
'''


def program_text(file: CheckFile, name: str) -> str:
    """The text that draws with one function of a check file."""
    with open(file.path, "rb") as text:
        tree = ast.parse(text.read(), file.path)
    kept = [node for node in tree.body if _is_kept(node, name)]
    return ast.unparse(ast.Module(kept, [])) + TAIL.format(name=name)


def _is_kept(node: ast.stmt, name: str) -> bool:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return True
    if isinstance(node, ast.FunctionDef):
        return node.name == name or node.name.startswith("_")
    return isinstance(node, ast.Assign) and all(
        isinstance(target, ast.Name) and target.id.startswith("_")
        for target in node.targets)


def given_files(file: CheckFile) -> dict[str, bytes]:
    """The data files that the task gives, from beside the check file."""
    if file.figure is None:
        return {}
    found = {}
    for name in file.figure.files:
        with open(os.path.join(os.path.dirname(file.path), name),
                  "rb") as data:
            found[name] = data.read()
    return found


class Program(msgspec.Struct, frozen=True):
    """One drawing function as a program of its own.

    place: tells which programs have the same files beside them
    """

    source: bytes
    files: dict[str, bytes]
    digest: str
    place: str


def read_program(file: CheckFile, name: str) -> Program:
    """One function of a check file, with the files that it may read."""
    source, files = program_text(file, name).encode(), given_files(file)
    place = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
    digest = hashlib.sha256(source + place.encode()).hexdigest()
    return Program(source, files, digest, place)


def drawing_job(programs: Sequence[Program]) -> wire.Job:
    """The job that runs programs of one place, each for itself."""
    return wire.Job(
        "figure", "drawing", b"", ENTRY, {}, (),
        tuple(wire.WireCall(source=program.source, group=group)
              for group, program in enumerate(programs)), OUR_LIMITS,
        files=programs[0].files)
