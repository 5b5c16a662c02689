"""What to write instead of a comparison of types, from the line itself.

In: the lines of a file and the places where pycodestyle saw one (E721).
Out: a sentence and a hint with the names and the operator of that line.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from grader.reading import printable

MOST = 30
OTHERS = " Do the same in the other lines."
SIGNS = {ast.Eq: "==", ast.NotEq: "!="}


def type_words(lines: Sequence[str],
               places: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """A sentence and a hint; None where the lines are not that simple.

    places: line and column of each comparison, from 1 on, the first in front
    """
    try:
        tree = ast.parse("".join(lines))
        found = [_words(tree, *_in_bytes(lines, place)) for place in places]
    except (SyntaxError, ValueError, IndexError, MemoryError,
            RecursionError):
        return None
    signs = sorted({sign for sign, _ in found})
    hints = list(dict.fromkeys(hint for _, hint in found))
    if not hints or "" in hints:
        return None
    return (f"Types are compared with `{'` and `'.join(signs)}`.",
            hints[0] + OTHERS * (len(hints) > 1))


def _in_bytes(lines: Sequence[str], place: tuple[int, int]
              ) -> tuple[int, int]:
    """The place as a syntax tree counts it."""
    row, column = place
    return row, len(lines[row - 1][:column - 1].encode())


def _words(tree: ast.Module, row: int, column: int) -> tuple[str, str]:
    """The operator and the hint for the comparison at a place."""
    around = [node for node in ast.walk(tree) if isinstance(node, ast.Compare)
              and (node.lineno, node.col_offset) <= (row, column)
              <= (node.end_lineno or 0, node.end_col_offset or 0)]
    node = max(around, default=None,
               key=lambda inner: (inner.lineno, inner.col_offset))
    if node is None or len(node.ops) != 1:
        return "", ""
    sign = SIGNS.get(type(node.ops[0]), "")
    left, right = node.left, node.comparators[0]
    if not _typed(left):
        left, right = right, left
    value, kind = _typed(left), printable(ast.unparse(right), MOST + 1)
    if not sign or not value or max(map(len, (value, kind))) > MOST:
        return "", ""
    no, word = ("", "is") if sign == "==" else ("not ", "is not")
    exact = f"`type({value}) {word} {kind}`"
    if _typed(right):
        return sign, f"Write {exact}."
    if isinstance(right, (ast.Name, ast.Attribute)):
        return sign, f"Write `{no}isinstance({value}, {kind})`, or {exact}."
    return "", ""


def _typed(node: ast.expr) -> str:
    """`x` for `type(x)`, else nothing."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and (
            node.func.id == "type" and len(node.args) == 1
            and not node.keywords
            and not isinstance(node.args[0], ast.Starred)):
        return printable(ast.unparse(node.args[0]), MOST + 1)
    return ""
