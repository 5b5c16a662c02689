"""Text -> calls: what to evaluate, and how to show it to a student.

A plain call of the entry becomes data, so that the grader can see what
happens to its arguments. Anything else stays an expression of ours, which the
child evaluates; values of a probe's names travel as data.
"""

from __future__ import annotations

import ast
import builtins
import math
from typing import Any

import numpy as np

from grader.model import Call
from grader.show import show_pasteable


def read_call(entry: str, text: str) -> Call:
    """A call as text -> its arguments as data where it is one plain call."""
    node = ast.parse(text, mode="eval").body
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            and node.func.id == entry
            and not any(isinstance(arg, ast.Starred) for arg in node.args)
            and all(word.arg for word in node.keywords)):
        return Call(text, expression=text)
    names = {"np": np, "math": math}
    try:
        args = tuple(_evaluate(arg, names) for arg in node.args)
        kwargs = {str(word.arg): _evaluate(word.value, names)
                  for word in node.keywords}
    except Exception:       # an argument that only the child can make
        return Call(text, expression=text)
    return Call(text, args, kwargs)


def _evaluate(node: ast.expr, names: dict[str, Any]) -> Any:
    return eval(compile(ast.Expression(node), "call", "eval"), dict(names))


def probe_call(entry: str, probe: str,
               values: dict[str, Any]) -> Call | None:
    """A probe with these values, or None when it needs other names."""
    tree = ast.parse(probe, mode="eval")
    known = {entry, "np", "math", *dir(builtins)}
    names = {node.id for node in ast.walk(tree)
             if isinstance(node, ast.Name)} - known
    if not names <= values.keys():
        return None
    used = {name: value for name, value in values.items() if name in names}
    return Call(_filled_in(tree, used), kwargs=used, expression=probe)


class _FillIn(ast.NodeTransformer):
    """Puts values in the place of names."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The value's own text where the name stood."""
        if node.id not in self._values:
            return node
        return ast.Name(show_pasteable(self._values[node.id]))


def _filled_in(tree: ast.Expression, values: dict[str, Any]) -> str:
    return ast.unparse(_FillIn(values).visit(tree))
