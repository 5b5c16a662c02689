"""Bytes of a student's file -> syntax tree, or a sentence why there is none.

Survives any input: nothing is run, nothing is printed, the size is bounded.
Also tells which code is exempt from rules and docstrings.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from typing import TypeGuard

import msgspec

from grader.broken import broken, broken_bytes, too_deep
from grader.model import Finding
from grader.syntax import broken_syntax
from grader.walking import children, walk


# `is` beside what may be a number, a text or a list, also in a docstring.
IDENTITY = re.compile(
    rb"""\bis\b[\s\\]*(?:not\b[\s\\]*)?(?:[-+~\d.(\[{"']|[bBrRuU]{1,2}["'])"""
    rb"""|[\d.)\]}"'][\s\\]*is\b""")


class Parsed(msgspec.Struct, frozen=True):
    """The outcome of reading: a tree, or the problem; and remarks.

    problem: what keeps the file from running; its part is "output"
    remarks: findings that cost nothing
    """

    tree: ast.Module | None = None
    problem: Finding | None = None
    remarks: tuple[Finding, ...] = ()


def parse_source(data: bytes) -> Parsed:
    """Parse the bytes of one file as Python does."""
    problem = broken_bytes(data)
    if problem:
        return Parsed(problem=problem)
    try:
        with warnings.catch_warnings():
            # `x is 0` and "\d" warn; they must not reach the terminal.
            warnings.simplefilter("ignore")
            tree = ast.parse(data)
    except SyntaxError as error:
        return Parsed(problem=broken_syntax(data, error))
    except (RecursionError, MemoryError):
        return Parsed(problem=too_deep())
    except (ValueError, LookupError) as error:
        return Parsed(
            problem=broken("syntax", f"It cannot be read: {error}.", "")
        )
    if not IDENTITY.search(data):       # nearly all files
        return Parsed(tree)
    return Parsed(tree, remarks=tuple(_identity_remarks(tree)))


def is_main_guard(node: ast.AST) -> TypeGuard[ast.If]:
    """Tell if this is `if __name__ == "__main__":`, in any spelling."""
    if not (isinstance(node, ast.If) and isinstance(node.test, ast.Compare)):
        return False
    test = node.test
    sides = [test.left, *test.comparators]
    names = [side.id for side in sides if isinstance(side, ast.Name)]
    texts = [side.value for side in sides if isinstance(side, ast.Constant)]
    return (
        len(sides) == 2
        and isinstance(test.ops[0], ast.Eq | ast.Is)
        and names == ["__name__"]
        and texts == ["__main__"]
    )


def walk_graded(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield all nodes but those that run only under the main guard."""
    todo: list[ast.AST] = []
    for statement in _graded_statements(tree):
        todo.append(statement)
        while todo:
            node = todo.pop()
            yield node
            todo += reversed(children(node))


def _graded_statements(tree: ast.Module) -> Iterator[ast.stmt]:
    guarded = [node for node in tree.body if is_main_guard(node)]
    # Whoever gives `__name__` another value opens the guard on import.
    if guarded and any(
        isinstance(node, ast.Name)
        and node.id == "__name__"
        and isinstance(node.ctx, ast.Store)
        for node in walk(tree)
    ):
        guarded = []
    for statement in tree.body:
        if statement in guarded and isinstance(statement, ast.If):
            # The `else` of the guard runs on import: it counts.
            yield from statement.orelse
        else:
            yield statement


def _identity_remarks(tree: ast.Module) -> Iterator[Finding]:
    for node in walk(tree):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        for left, sign, right in zip(
            sides, node.ops, sides[1:], strict=False
        ):
            if isinstance(sign, ast.Is | ast.IsNot) and (
                _is_literal(left) or _is_literal(right)
            ):
                better = "==" if isinstance(sign, ast.Is) else "!="
                yield Finding(
                    "style",
                    "is-literal",
                    "`is` asks for the same object, not for the same value.",
                    f"Write `{better}` here.",
                    line=node.lineno,
                    column=node.col_offset + 1,
                    remark=True,
                )


def _is_literal(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    return isinstance(node, ast.Tuple | ast.List | ast.Dict | ast.Set) or (
        isinstance(node, ast.Constant)
        and node.value not in (None, ...)
        and not isinstance(node.value, bool)
    )
