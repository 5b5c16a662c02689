"""Bytes -> values on the trust line; see `encode` for the tags.

What comes in: bytes that hostile code may have chosen. What goes out: exact
built-in types, numpy arrays and scalars made from bytes, or an `Opaque`. It
never unpickles, evaluates or calls anything, and it believes no length or
shape unchecked: everything else is a `WireError`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from grader.model import Opaque
from grader.sandbox.encode import (MAX_DEPTH, MAX_ITEMS, MAX_NAME,
                                   PLAIN_DTYPE, USUAL_DTYPES, Room, is_table)

MAX_BYTES = 24 << 20
MAX_DIMENSIONS = 64
DEEPEST = MAX_DEPTH + 2         # an Opaque may stand below the deepest list


INT = frozenset((int,))
PLAIN: frozenset[type] = frozenset((int, float, bool, str, type(None)))


class WireError(Exception):
    """The bytes are no value that our encoder could have written."""


def decode(data: bytes) -> Any:
    """The value of these bytes; raises WireError on anything malformed."""
    try:
        plain = msgspec.msgpack.decode(data)
        # Each item takes a byte: so few bytes hold no more than may come.
        if type(plain) in PLAIN or len(data) < MAX_ITEMS and (
                type(plain) is list and (PLAIN.issuperset(map(type, plain))
                                         or is_table(plain, PLAIN))):
            return plain
        return _to_value(plain, Room(MAX_BYTES), 0)
    except WireError:
        raise
    except Exception as error:      # hostile bytes: any way of failing
        raise WireError(type(error).__name__) from None


def _to_value(plain: Any, room: Room, depth: int) -> Any:
    if type(plain) is list:
        return _items(plain, room, depth)
    if type(plain) is dict:
        if depth > DEEPEST or len(plain) != 1:
            raise WireError("malformed")
        (tag, body), = plain.items()
        reader = _READERS.get(tag)
        if reader is None:
            raise WireError("unknown tag")
        return reader(body, room, depth)
    if plain is None or type(plain) in (bool, int, float, str):
        return plain
    raise WireError("unknown type")


def _items(body: Any, room: Room, depth: int) -> list[Any]:
    if type(body) is not list or depth > DEEPEST:
        raise WireError("malformed")
    if not room.holds(len(body), 0):
        raise WireError("too many items")
    if PLAIN.issuperset(map(type, body)):
        return body
    return [_to_value(item, room, depth + 1) for item in body]


def _typed(body: Any, *kinds: type) -> Any:
    """A list with items of exactly these types."""
    if type(body) is not list or (*map(type, body),) != kinds:
        raise WireError("malformed")
    return body


def _members(body: Any, room: Room, depth: int) -> list[Any]:
    if type(body) is not list or not room.holds_hashed(len(body), 0):
        raise WireError("malformed")
    return _items(body, room, depth)


def _read_dict(body: Any, room: Room, depth: int) -> Any:
    if type(body) is not list or not room.holds_hashed(len(body), 0):
        raise WireError("malformed")
    return dict([_items(pair, room, depth) for pair in body])


def _read_bytes(body: Any, room: Room, depth: int) -> Any:
    # bytes(5) would be five zeros: a small frame could fill the memory.
    if type(body) is not bytes:
        raise WireError("malformed")
    return body


def _read_array(body: Any, room: Room, depth: int) -> Any:
    name, shape, data = _typed(body, str, list, bytes)
    if name not in USUAL_DTYPES and not PLAIN_DTYPE.fullmatch(name):
        raise WireError("dtype")
    array = np.frombuffer(data, np.dtype(name)).reshape(_shape(shape)).copy()
    if array.dtype.kind == "U":
        letters = np.frombuffer(data, array.dtype.str[0] + "u4")
        if np.any(letters > sys.maxunicode):    # nobody could read them
            raise WireError("no such character")
    return array


def _shape(shape: Any) -> tuple[int, ...]:
    if (len(shape) > MAX_DIMENSIONS or not INT.issuperset(map(type, shape))
            or min(shape, default=0) < 0):
        raise WireError("shape")
    return tuple(shape)


def _read_objects(body: Any, room: Room, depth: int) -> Any:
    shape, plain = _typed(body, list, list)
    items = _items(plain, room, depth)
    array = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        array[place] = item
    return array.reshape(_shape(shape))


def _read_scalar(body: Any, room: Room, depth: int) -> Any:
    name, data = _typed(body, str, bytes)
    return _read_array([name, [1], data], room, depth)[0]


def _read_opaque(body: Any, room: Room, depth: int) -> Any:
    name, text = _typed(body, str, str)
    return Opaque(name[:MAX_NAME], text[:200])


_READERS: dict[str, Callable[[Any, Room, int], Any]] = {
    "i": lambda body, room, depth: int(body, 16),
    "u": lambda body, room, depth: body.decode("utf-8", "surrogatepass"),
    "t": lambda body, room, depth: tuple(_items(body, room, depth)),
    "d": _read_dict,
    "s": lambda body, room, depth: set(_members(body, room, depth)),
    "f": lambda body, room, depth: frozenset(_members(body, room, depth)),
    "b": _read_bytes,
    "c": lambda body, room, depth: complex(*_typed(body, float, float)),
    "a": _read_array,
    "o": _read_objects,
    "n": _read_scalar,
    "x": _read_opaque,
}
