"""A reference solution -> the file as a student gets it.

The text around the answer stays letter by letter: first line, docstrings,
signatures, given data. Answers go, and with them every name that only the
reference needs. A stub runs and earns nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.checkfile import CheckFile

HERE = "# Write your code here."
# Whoever reads the task knows that these are used; others would tell how.
GIVEN_IMPORTS = ("import numpy as np", "import matplotlib.pyplot as plt")
Definition = ast.FunctionDef | ast.ClassDef


def stub_of(file: CheckFile, text: str) -> str:
    """The stub of a task; the text is its reference solution."""
    if file.choice is not None:
        return ""
    lines, tree = text.splitlines(), ast.parse(text)
    if file.kind == "script":
        kept = list(_script(lines, tree, file))
    else:
        kept = list(_module(lines, tree, file))
    first = [line for line in lines[:1] if line.startswith("#!")]
    return "\n".join(first + kept) + "\n"


def _script(lines: list[str], tree: ast.Module,
            file: CheckFile) -> Iterator[str]:
    """Given data and what is printed; None where the answers stood."""
    known: set[str] = set()
    for node in tree.body:
        names = _targets(node)
        if names and names <= file.given.keys():
            known |= names
            yield from _lines_of(lines, node)
        elif names:
            known |= names
            yield f"{' = '.join(sorted(names))} = None  {HERE}"
        elif _is_given_import(node) or _shows_only(node, known):
            yield from _lines_of(lines, node)


def _targets(node: ast.stmt) -> set[str]:
    """Names that a plain assignment binds."""
    if not isinstance(node, ast.Assign):
        return set()
    return {part.id for target in node.targets for part in ast.walk(target)
            if isinstance(part, ast.Name)
            and isinstance(part.ctx, ast.Store)}


def _shows_only(node: ast.stmt, known: set[str]) -> bool:
    """A `print` of texts and of whole values, which computes nothing."""
    if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
            and ast.unparse(node.value.func) == "print"):
        return False
    plain = (ast.Constant, ast.JoinedStr, ast.FormattedValue, ast.Name,
             ast.Load)
    return all(isinstance(part, plain)
               and not (isinstance(part, ast.Name) and part.id not in known)
               for argument in node.value.args
               for part in ast.walk(argument)) and not node.value.keywords


def _module(lines: list[str], tree: ast.Module,
            file: CheckFile) -> Iterator[str]:
    """Docstring, imports that the task gives, and the one definition."""
    head = tree.body[:1] if ast.get_docstring(tree) is not None else []
    head += [node for node in tree.body if _is_given_import(node)]
    before = 1 if lines[:1] and lines[0].startswith("#!") else 0
    for node in head:
        # The blank lines above it are part of how the file looks.
        yield from _blank_lines_above(lines, node, before)
        yield from _lines_of(lines, node)
        before = node.end_lineno or before
    asked = next((node for node in tree.body if isinstance(
        node, Definition) and node.name == file.entry), None)
    if asked is not None:
        yield from ("", "")
        yield from _definition(lines, asked)


def _definition(lines: list[str], node: Definition) -> Iterator[str]:
    """Signature and docstring; of a class, those of its public methods."""
    first = node.body[0]
    has_docstring = ast.get_docstring(node) is not None
    end = (first.end_lineno or 0) if has_docstring else first.lineno - 1
    yield from lines[node.lineno - 1:end]
    methods = [part for part in node.body
               if isinstance(part, ast.FunctionDef)
               and (not part.name.startswith("_") or part.name == "__init__")
               ] if isinstance(node, ast.ClassDef) else []
    for method in methods:
        yield ""
        yield from _definition(lines, method)
    if not methods:
        indent = " " * (node.col_offset + 4)
        yield from (indent + HERE, indent + "pass")


def _is_given_import(node: ast.stmt) -> bool:
    return (isinstance(node, (ast.Import, ast.ImportFrom))
            and ast.unparse(node) in GIVEN_IMPORTS)


def _lines_of(lines: list[str], node: ast.stmt) -> list[str]:
    return lines[node.lineno - 1:node.end_lineno]


def _blank_lines_above(lines: list[str], node: ast.stmt,
                       before: int) -> list[str]:
    above = lines[before:node.lineno - 1]
    return [""] * bool(above and not any(line.strip() for line in above))
