"""Run one call and see what it did to its arguments.

The same few lines watch student code in the child and the oracle and the
mistakes in the parent, so that all three are judged by one measure.
"""

from __future__ import annotations

import math
import sys
from collections import deque
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

import msgspec
import numpy as np

from grader.sandbox.decode import decode
from grader.sandbox.encode import LIST, encode, is_table

MAX_WALK = 20_000
MANY = 10_000
HOLDERS = frozenset((list, tuple, dict))
# Nobody can change these.
FIXED: frozenset[type] = frozenset((int, float, bool, str, type(None)))
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
    values = [_decode_argument(data) for data in args]
    named = {name: _decode_argument(data) for name, data in kwargs.items()}
    everything = [*values, *named.values()]
    owned = _containers(everything)
    arrays = {place: _array_facts(item)
              for place, item in enumerate(everything)
              if type(item) is np.ndarray and not item.dtype.hasobject}
    value = function(*values, **named)
    changed = {}
    for place, after in enumerate(everything):
        if type(after) in FIXED or (
                place in arrays and arrays[place] == _array_facts(after)):
            continue
        now = encode(after, most_bytes)
        if now != (*args, *kwargs.values())[place]:
            changed[[*map(str, range(len(args))), *kwargs][place]] = now
    shared = ""
    if owned and type(value) in HOLDERS:
        shared = _shared_place(value, owned, args, kwargs)
    return Seen(value, changed, shared)


def _array_facts(value: Any) -> tuple[Any, ...]:
    """All that can change about an array, sooner than its encoded value."""
    return value.dtype.str, value.shape, value.tobytes()


def _decode_argument(data: bytes) -> Any:
    """A text is interned, as a literal in the caller's file would be.

    Old files test `padding is 'same'`.
    """
    value = decode(data)
    return sys.intern(value) if type(value) is str else value


def _containers(roots: Iterable[Any]) -> list[Any]:
    """Lists and dicts inside these values, in the order of `_paths`.

    Nobody asks for their places as long as nothing is shared. The objects
    themselves are kept: while one lives, nothing else can get its identity,
    even if student code takes it out of the argument.
    """
    todo = [item for item in roots if type(item) in HOLDERS]
    if LIST.issuperset(map(type, todo)) and sum(map(len, todo)) < MANY:
        if FIXED.issuperset(map(type, chain.from_iterable(todo))):
            return todo             # rows
        rows = [*chain.from_iterable(todo)]
        if is_table(rows, FIXED):
            return todo + rows      # tables
    found: list[Any] = []
    seen: set[int] = set()
    for item in todo:               # grows on the way
        if id(item) in seen:
            continue
        if len(seen) == MAX_WALK:
            break
        seen.add(id(item))
        if type(item) is not tuple:
            found.append(item)
        parts = item.values() if type(item) is dict else item
        if not HOLDERS.isdisjoint(map(type, parts)):
            todo += [part for part in parts if type(part) in HOLDERS]
    return found


def _shared_place(value: Any, owned: list[Any], args: tuple[bytes, ...],
                  kwargs: dict[str, bytes]) -> str:
    """Where the result holds an object of an argument, in words."""
    places = {id(item): place for place, item in enumerate(owned)}
    if places.keys().isdisjoint(map(id, _containers([value]))):
        return ""
    fresh = [(f"argument {place + 1}", decode(data))
             for place, data in enumerate(args)]
    fresh += [(f"argument {name}", decode(data))
              for name, data in kwargs.items()]
    names = [path for path, _ in _paths(fresh)]
    for path, item in _paths([("result", value)]):
        if id(item) in places:
            return f"{path} is {names[places[id(item)]]}"
    return ""


def _paths(roots: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Lists and dicts inside these values, outermost first, with paths."""
    found: list[tuple[str, Any]] = []
    todo = deque(roots)
    seen: set[int] = set()
    while todo and len(seen) < MAX_WALK:
        path, item = todo.popleft()
        if type(item) not in HOLDERS or id(item) in seen:
            continue
        seen.add(id(item))
        if type(item) is not tuple:
            found.append((path, item))
        pairs = item.items() if type(item) is dict else enumerate(item)
        todo.extend((path + _step(key), part) for key, part in pairs
                    if type(part) in HOLDERS)
    return found


def _step(key: Any) -> str:
    """`[0]` or `['name']`; long and strange keys are not written out."""
    is_short = (type(key) is int and abs(key) < MAX_KEY
                or type(key) is str and len(key) < 100)
    return f"[{key!r}]" if is_short else "[...]"
