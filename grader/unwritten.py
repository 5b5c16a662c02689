"""Is a task file still as empty as it was handed out?

In: the kind of a task, its entry, the syntax tree and the bytes of a file.
Out: a remark that costs nothing. Whoever has not begun yet needs no list of
what is wrong.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from grader.checkfile import CheckFile
from grader.model import Finding

MARK = b"# Write your code here."
CODE = "unwritten"
NOTHING_YET = Finding("output", CODE, "Nothing is written here yet.",
                      remark=True)


def unwritten(file: CheckFile, tree: ast.Module | None, data: bytes
              ) -> tuple[Finding, ...]:
    """The remark, where the place for the answer is still empty."""
    if file.kind == "choice":
        is_empty = not data.strip()
    elif tree is None:
        return ()
    elif file.kind == "script":
        is_empty = _has_no_answers(data)
    else:
        is_empty = any(
            isinstance(node, ast.FunctionDef | ast.ClassDef)
            and node.name == file.entry and _is_empty(node)
            for node in tree.body)
    return (NOTHING_YET,) if is_empty else ()


def _has_no_answers(data: bytes) -> bool:
    """Whether each marked line of a script still says None."""
    marked = [line.partition(MARK)[0] for line in data.splitlines()
              if MARK in line]
    return bool(marked) and all(
        line.replace(b" ", b"").endswith(b"=None") for line in marked)


def _is_empty(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether a function does nothing, or a class has only such ones."""
    body = _without_docstring(node.body)
    if isinstance(node, ast.FunctionDef):
        return all(map(_does_nothing, body))
    return any(isinstance(part, ast.FunctionDef) for part in body) and all(
        _is_empty(part) if isinstance(part, ast.FunctionDef)
        else _does_nothing(part) for part in body)


def _without_docstring(body: Sequence[ast.stmt]) -> Sequence[ast.stmt]:
    first = body[0]
    return body[1:] if isinstance(first, ast.Expr) and isinstance(
        first.value, ast.Constant) else body


def _does_nothing(node: ast.stmt) -> bool:
    """`pass`, or `...`."""
    return isinstance(node, ast.Pass) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        and node.value.value is ...)
