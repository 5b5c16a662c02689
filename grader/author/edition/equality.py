"""`same` functions of a check file, as a text that may travel.

What says that two values are equally right is needed wherever is judged. It
goes along with the imports and private names that it needs. It must not need
a program that knows the answer; a private function of one argument that does
becomes a table of what it gives for the expected values of the edition.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from grader.checkfile import CheckFile
from grader.model import GraderError, Outcome

HEAD = '"""Which values are equally right in this task; made, not written."""'


def same_names(file: CheckFile) -> tuple[str, ...]:
    """Names of the functions that travel, in a fixed order."""
    figure = file.figure.same if file.figure is not None else {}
    return tuple(["same"] * (file.same is not None)
                 + [f"same_{name}" for name in sorted(figure)])


def same_text(file: CheckFile, expected: Iterable[Outcome]) -> str:
    """The text of the functions, "" if there are none; raises GraderError.

    expected: the expected outcomes of the edition
    """
    names = same_names(file)
    if not names:
        return ""
    with open(file.path, encoding="utf-8") as opened:
        text = opened.read()
    parts = _Parts(file, text, list(_numbers(expected)))
    return parts.text(names)


def _numbers(outcomes: Iterable[Outcome]) -> Iterator[float]:
    """Every float in the expected values, in the order of the cases."""
    todo = [outcome.value for outcome in outcomes]
    while todo:
        value = todo.pop()
        if type(value) is float and math.isfinite(value):
            yield value
        elif isinstance(value, (list, tuple)):
            todo += value


class _Parts:
    """The definitions at the top level of a check file."""

    def __init__(self, file: CheckFile, text: str,
                 numbers: list[float]) -> None:
        self._file = file
        self._text = text
        self._numbers = numbers
        self._imports: dict[str, ast.stmt] = {}
        self._defined: dict[str, ast.stmt] = {}
        self._tables: set[str] = set()
        for node in ast.parse(text).body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self._imports.update((alias.asname or alias.name, node)
                                     for alias in node.names)
            for name in _names_of(node):
                self._defined[name] = node

    def text(self, names: tuple[str, ...]) -> str:
        """The text of these functions and of all that they need."""
        needed: dict[str, ast.stmt] = {}
        todo = list(names)
        while todo:
            name = todo.pop()
            if name in needed or name in self._tables:
                continue
            node = self._defined[name]
            wants = _uses(node)
            if not all(self._may_travel(other) for other in wants):
                self._tabulate(name, node)
                continue
            needed[name] = node
            todo += [other for other in wants if other in self._defined]
        used = set().union(*map(_uses, needed.values()))
        return self._written(needed, used)

    def _may_travel(self, name: str) -> bool:
        return name not in self._defined or name.startswith(("_", "same"))

    def _tabulate(self, name: str, node: ast.stmt) -> None:
        if not (isinstance(node, ast.FunctionDef) and name.startswith("_")
                and len(node.args.args) == 1):
            raise GraderError(
                f"checks/{self._file.id}.py: `{name}` needs a program that "
                f"knows the answer, so it cannot go to students. Put that "
                f"part into a private function of one argument: it becomes "
                f"a table.")
        self._tables.add(name)

    def _written(self, needed: dict[str, ast.stmt], used: set[str]) -> str:
        imports = {ast.unparse(node) for name, node in self._imports.items()
                   if name in used}
        nodes = sorted({node.lineno: node for node in needed.values()
                        }.items())
        blocks = [HEAD, "\n".join(sorted(imports))]
        blocks += ["\n" + self._table(name) for name in sorted(self._tables)]
        blocks += ["\n" + (ast.get_source_segment(self._text, node) or "")
                   for _, node in nodes]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def _table(self, name: str) -> str:
        """A function that looks up what the real one gave."""
        function = self._function(name)
        rows = "".join(f"        {number!r}: {function(number)!r},\n"
                       for number in sorted(set(self._numbers)))
        return (f"def {name}(number):\n"
                f'    """What the instructor edition gives for a number."""\n'
                f"    return {{\n{rows}    }}[number]")

    def _function(self, name: str) -> Callable[[float], Any]:
        same = self._file.same or next(iter(
            self._file.figure.same.values() if self._file.figure else ()))
        found: Callable[[float], Any] = same.__globals__[name]
        return found


def _names_of(node: ast.stmt) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets
                if isinstance(target, ast.Name)]
    return []


def _uses(node: ast.stmt) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
