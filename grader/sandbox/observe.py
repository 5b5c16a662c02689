"""Run one call and see what it did to its arguments.

The same few lines watch student code in the child and the oracle and the
mistakes in the parent, so that all three are judged by one measure.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from grader.sandbox.decode import decode
from grader.sandbox.encode import encode

MAX_WALK = 20_000
MAX_KEY = 10 ** 9


class Seen(msgspec.Struct, frozen=True):
    """What one call did, still as live values.

    changed: name or position of an argument -> its encoded value after
    shared: "result[0] is argument 1[0]", empty when nothing is shared
    """

    value: Any
    changed: dict[str, bytes]
    shared: str


def evaluator(program: Callable[..., Any], entry: str,
              expression: str) -> Callable[..., Any]:
    """The program itself, or our expression about it as a function.

    The expression's own names become keyword arguments.
    """
    if not expression:
        return program

    def evaluate(**values: Any) -> Any:
        names = {"np": np, "math": math, **values, entry: program}
        return eval(expression, names)      # our own text
    return evaluate


def observe(function: Callable[..., Any], args: tuple[bytes, ...],
            kwargs: dict[str, bytes], most_bytes: int = 8 << 20) -> Seen:
    """Call the function with fresh copies of the encoded arguments."""
    values = [decode(data) for data in args]
    named = {name: decode(data) for name, data in kwargs.items()}
    owners = _owners(values, named)
    value = function(*values, **named)
    changed = {}
    before = dict(zip(map(str, range(len(args))), args)) | kwargs
    after = dict(zip(map(str, range(len(args))), values)) | named
    for key, data in before.items():
        now = encode(after[key], most_bytes)
        if now != data:
            changed[key] = now
    return Seen(value, changed, _shared_place(value, owners))


def _owners(values: list[Any], named: dict[str, Any]
            ) -> dict[int, tuple[str, Any]]:
    """Identity of each list or dict in the arguments -> where it stands.

    The object itself is kept too: while it lives, nothing else can get its
    identity, even if student code takes it out of the argument.
    """
    owners: dict[int, tuple[str, Any]] = {}
    pairs = [(str(place + 1), value) for place, value in enumerate(values)]
    for name, value in pairs + list(named.items()):
        for path, item in _containers(value):
            owners.setdefault(id(item), (f"argument {name}{path}", item))
    return owners


def _shared_place(value: Any, owners: dict[int, tuple[str, Any]]) -> str:
    if not owners:
        return ""
    for path, item in _containers(value):
        if id(item) in owners:
            return f"result{path} is {owners[id(item)][0]}"
    return ""


def _containers(value: Any) -> list[tuple[str, Any]]:
    """Lists and dicts inside a value, outermost first, with their path."""
    found: list[tuple[str, Any]] = []
    todo = deque([("", value)])
    seen: set[int] = set()
    while todo and len(seen) < MAX_WALK:
        path, item = todo.popleft()
        if type(item) not in (list, tuple, dict) or id(item) in seen:
            continue
        seen.add(id(item))
        if type(item) is not tuple:
            found.append((path, item))
        pairs = item.items() if type(item) is dict else enumerate(item)
        todo.extend((path + _step(key), part) for key, part in pairs
                    if type(part) in (list, tuple, dict))
    return found


def _step(key: Any) -> str:
    """`[0]` or `['name']`; long and strange keys are not written out."""
    is_short = (type(key) is int and abs(key) < MAX_KEY
                or type(key) is str and len(key) < 100)
    return f"[{key!r}]" if is_short else "[...]"
