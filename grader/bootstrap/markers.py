"""Decide the conditions of a lock, such as `sys_platform == 'win32'`.

In: the condition as text and the facts of a machine. Out: True or False.
Standard library only. It knows the conditions that a lock holds, which are
fewer than the whole standard of markers; any other is an error.
"""

from __future__ import annotations

import ast
import operator
import os
import platform
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any


class MarkerError(Exception):
    """A condition in a form that we do not know; the text names it."""


def this_machine() -> dict[str, str]:
    """Return the names that a marker may use, with their values here."""
    full = platform.python_version()
    return {
        "os_name": os.name,
        "sys_platform": sys.platform,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "platform_release": platform.release(),
        "platform_system": platform.system(),
        "platform_version": platform.version(),
        "python_version": ".".join(full.split(".")[:2]),
        "python_full_version": full,
        "implementation_name": sys.implementation.name,
        "implementation_version": full,
    }


def holds(marker: str | None, machine: Mapping[str, str]) -> bool:
    """Decide a marker such as `sys_platform == 'win32'`; None holds."""
    if marker is None:
        return True
    try:
        # Markers are written in a small part of Python's own grammar.
        return _decide(ast.parse(marker, mode="eval").body, machine)
    except (SyntaxError, KeyError) as error:
        raise MarkerError(f"the marker `{marker}` is not known") from error


def _decide(node: ast.expr, machine: Mapping[str, str]) -> bool:
    if isinstance(node, ast.BoolOp):
        values = (_decide(value, machine) for value in node.values)
        return all(values) if isinstance(node.op, ast.And) else any(values)
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise KeyError(ast.unparse(node))
    sides = (node.left, node.comparators[0])
    left, right = (_text(side, machine) for side in sides)
    compare = _comparison(type(node.ops[0]))
    names = {side.id for side in sides if isinstance(side, ast.Name)}
    if any(name.endswith("version") for name in names - {"platform_version"}):
        return compare(_version(left), _version(right))
    return compare(left, right)


def _comparison(kind: type[ast.cmpop]) -> Callable[[Any, Any], bool]:
    known: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
        ast.Eq: operator.eq,
        ast.NotEq: operator.ne,
        ast.Lt: operator.lt,
        ast.LtE: operator.le,
        ast.Gt: operator.gt,
        ast.GtE: operator.ge,
        ast.In: lambda left, right: left in right,
        ast.NotIn: lambda left, right: left not in right,
    }
    return known[kind]


def _text(node: ast.expr, machine: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return machine[node.id]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise KeyError(ast.unparse(node))


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", text)[:3]]
    return tuple(numbers + [0] * (3 - len(numbers)))
