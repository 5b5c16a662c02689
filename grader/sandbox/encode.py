"""Values -> bytes on the trust line; `decode` is the way back.

What comes in: any Python value of the student's. What goes out: bytes that
hold plain data only, chosen by exact type. It never pickles a value and never
calls a method that student code could have written.

    None, bool, float, small int, str, list     as they are
    big int {"i"}  odd str {"u"}  tuple {"t"}  dict {"d"}  set {"s"}
    frozenset {"f"}  bytes {"b"}  complex {"c"}  array {"a"}
    array of objects {"o"}  numpy scalar {"n"}
    anything else {"x": [type name, text]}
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from typing import Any

import msgspec
import numpy as np

MAX_DEPTH = 40
MAX_ITEMS = 400_000
MAX_HASHED = 1000       # more may be made to collide, and take for ever
MAX_NAME = 100
SINGLE = frozenset((float, bool, type(None)))
ROW: frozenset[type] = frozenset((int, float, bool, type(None)))
LIST = frozenset((list,))
TOO_LARGE = "too large or too deep"
USUAL_DTYPES = frozenset(("<i8", "<f8"))        # of the pattern below
PLAIN_DTYPE = re.compile(r"[<>|=]([biufcSU]\d{1,6}|[Mm]8\[\w{1,6}\])")

_type_name = type.__dict__["__name__"].__get__


class Room:
    """How much of one value may still be sent or read."""

    def __init__(self, most_bytes: int) -> None:
        self.bytes = most_bytes
        self.items = MAX_ITEMS
        self.hashed = MAX_HASHED
        self.takes_rows = True

    def holds(self, items: int, size: int) -> bool:
        """Take room for so many items and bytes, if there is so much."""
        if items > self.items or size > self.bytes:
            return False
        self.items -= items
        self.bytes -= size
        return True

    def holds_hashed(self, count: int, items: int) -> bool:
        """Take room for so many keys or members of sets."""
        if count > self.hashed or not self.holds(items, 0):
            return False
        self.hashed -= count
        return True


def encode(value: Any, most_bytes: int = 8 << 20) -> bytes:
    """Bytes of a value; what is too large or strange becomes an Opaque."""
    try:
        return msgspec.msgpack.encode(
            value if _travels_as_it_is(value)
            else _to_plain(value, Room(most_bytes), 0))
    except OverflowError:       # a row has a number of more than 64 bits
        room = Room(most_bytes)
        room.takes_rows = False
        return msgspec.msgpack.encode(_to_plain(value, room, 0))


def _travels_as_it_is(value: Any) -> bool:
    """Seen at a glance for most values; False tells nothing."""
    if type(value) is not list:
        return type(value) in SINGLE
    if ROW.issuperset(map(type, value)):
        return len(value) <= MAX_ITEMS
    return (is_table(value, ROW)
            and len(value) + sum(map(len, value)) <= MAX_ITEMS)


def _opaque(value: Any, room: Room, text: str = "") -> dict[str, Any]:
    name = _clean(str.__str__(_type_name(type(value))))[:MAX_NAME]
    if not room.holds(0, len(name.encode()) + len(text)):
        name = text = ""        # so many of them that no name fits any more
    return {"x": [name, text]}


def _clean(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _to_plain(value: Any, room: Room, depth: int) -> Any:
    kind = type(value)
    if value is None or kind is bool or kind is float:
        return value
    if kind is int:
        return _int_to_plain(value, room)
    if kind is str:
        return _str_to_plain(value, room)
    if kind is list:
        if depth > MAX_DEPTH or not room.holds(len(value), 0):
            return _opaque(value, room, TOO_LARGE)
        if room.takes_rows and ROW.issuperset(map(type, value)):
            return value        # most lists are rows of numbers
        return [_to_plain(item, room, depth + 1) for item in value]
    writer = _WRITERS.get(kind)
    if writer is not None:
        if depth > MAX_DEPTH:
            return _opaque(value, room, TOO_LARGE)
        return writer(value, room, depth)
    if issubclass(kind, np.generic) and kind.__module__ == "numpy":
        return _scalar_to_plain(value, room)
    return _opaque(value, room)


def is_table(value: list[Any], cells: frozenset[type]) -> bool:
    """A list of lists of such cells, as most arguments and answers are."""
    return (LIST.issuperset(map(type, value))
            and cells.issuperset(map(type, chain.from_iterable(value))))


def _int_to_plain(value: int, room: Room) -> Any:
    if -(1 << 63) <= value < 1 << 63:
        return value
    if not room.holds(0, value.bit_length() // 4):
        return _opaque(value, room, "a number of too many digits")
    return {"i": format(value, "x")}


def _str_to_plain(value: str, room: Room) -> Any:
    if not room.holds(0, len(value)):
        return _opaque(value, room, f"a text of {len(value)} characters")
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogatepass")
    if not room.holds(0, len(data) - len(value)):
        return _opaque(value, room, f"a text of {len(value)} characters")
    return {"u": data}


def _tuple_to_plain(value: Any, room: Room, depth: int) -> Any:
    if not room.holds(len(value), 0):
        return _opaque(value, room, TOO_LARGE)
    return {"t": [_to_plain(item, room, depth + 1) for item in value]}


def _dict_to_plain(value: Any, room: Room, depth: int) -> Any:
    if not room.holds_hashed(len(value), 2 * len(value)):
        return _opaque(value, room, TOO_LARGE)
    return {"d": [[_to_plain(key, room, depth + 1),
                   _to_plain(item, room, depth + 1)]
                  for key, item in value.items()]}


def _set_to_plain(value: Any, room: Room, depth: int) -> Any:
    if not room.holds_hashed(len(value), len(value)):
        return _opaque(value, room, TOO_LARGE)
    # One order for equal sets: theirs depends on how they were filled.
    items = sorted((_to_plain(item, room, depth + 1) for item in value),
                   key=msgspec.msgpack.encode)
    return {"s" if type(value) is set else "f": items}


def _bytes_to_plain(value: Any, room: Room, depth: int) -> Any:
    if not room.holds(0, len(value)):
        return _opaque(value, room, f"{len(value)} bytes")
    return {"b": bytes(value)}


def _complex_to_plain(value: Any, room: Room, depth: int) -> Any:
    return {"c": [value.real, value.imag]}


def _array_to_plain(value: Any, room: Room, depth: int) -> Any:
    shape = list(value.shape)
    if value.dtype.kind == "O":
        if not room.holds(value.size + len(shape), 0):
            return _opaque(value, room, f"an array of shape {tuple(shape)}")
        items = [_to_plain(item, room, depth + 1) for item in value.flat]
        return {"o": [shape, items]}
    name = value.dtype.str
    if name not in USUAL_DTYPES and not PLAIN_DTYPE.fullmatch(name):
        return _opaque(value, room, f"an array of dtype {value.dtype.kind}")
    if not room.holds(len(shape), value.nbytes):
        return _opaque(value, room, f"an array of shape {tuple(shape)}")
    return {"a": [name, shape, value.tobytes()]}


def _scalar_to_plain(value: Any, room: Room) -> Any:
    dtype = np.ndarray.dtype.__get__(np.asarray(value))
    if not PLAIN_DTYPE.fullmatch(dtype.str):
        return _opaque(value, room)
    if not room.holds(0, dtype.itemsize):
        return _opaque(value, room, TOO_LARGE)
    return {"n": [dtype.str, value.tobytes()]}


_WRITERS: dict[type, Callable[[Any, Room, int], Any]] = {
    tuple: _tuple_to_plain,
    dict: _dict_to_plain,
    set: _set_to_plain,
    frozenset: _set_to_plain,
    bytes: _bytes_to_plain,
    bytearray: _bytes_to_plain,
    complex: _complex_to_plain,
    np.ndarray: _array_to_plain,
}
