"""Values as JSON and back, without losing a bit: for the student edition.

A value is first what `sandbox.encode` makes of it: plain data, with a tag
where JSON has no such type. Two things are left that JSON cannot hold:

    nan, inf, -inf    {"float": "nan"}
    bytes             {"bytes": base64}, {"numbers": [dtype, numbers]} for an
                      array if that is shorter, {"blob": place} if it is long

So a reader of the file sees plain lists and numbers, nothing is ever
unpickled, and the way back ends in `sandbox.decode`, which believes nothing.
"""

from __future__ import annotations

import base64
import math
from typing import Any

import msgspec
import numpy as np

from grader.sandbox.decode import decode
from grader.sandbox.encode import encode

LONG = 48           # bytes from which on equal ones are kept once


class Values:
    """Collects values; equal ones, and equal long bytes, are kept once."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.blobs: list[Any] = []
        self._places: dict[bytes, int] = {}
        self._blob_places: dict[bytes, int] = {}

    def place(self, value: Any) -> int:
        """The place of a value; a new one when it was not yet there."""
        return self.place_of_raw(encode(value))

    def place_of_raw(self, raw: bytes) -> int:
        """The same for a value that is encoded already."""
        if raw not in self._places:
            self.values.append(self._to_json(msgspec.msgpack.decode(raw)))
            self._places[raw] = len(self.values) - 1
        return self._places[raw]

    def _to_json(self, plain: Any) -> Any:
        if type(plain) is float and not math.isfinite(plain):
            return {"float": repr(plain)}
        if type(plain) is bytes:
            return self._once(plain, _bytes_to_json(plain))
        if type(plain) is list:
            return [self._to_json(item) for item in plain]
        if type(plain) is dict and plain.keys() == {"a"}:
            name, shape, data = plain["a"]
            return {"a": [name, shape, self._once(
                data, _array_to_json(name, data))]}
        if type(plain) is dict:
            return {tag: self._to_json(body) for tag, body in plain.items()}
        return plain

    def _once(self, data: bytes, found: dict[str, Any]) -> dict[str, Any]:
        """The same, or its place when it is long."""
        if len(data) < LONG:
            return found
        key = msgspec.json.encode(found)
        if key not in self._blob_places:
            self._blob_places[key] = len(self.blobs)
            self.blobs.append(found)
        return {"blob": self._blob_places[key]}


def _bytes_to_json(data: bytes) -> dict[str, Any]:
    return {"bytes": base64.b64encode(data).decode()}


def _array_to_json(name: str, data: bytes) -> dict[str, Any]:
    """The numbers of an array, where that loses nothing and is shorter."""
    as_bytes, dtype = _bytes_to_json(data), np.dtype(name)
    if dtype.kind not in "biuf":
        return as_bytes
    numbers = {"numbers": [name, np.frombuffer(data, dtype).tolist()]}
    is_shorter = (len(msgspec.json.encode(numbers))
                  <= len(msgspec.json.encode(as_bytes)) + LONG)
    # JSON has no nan: it would come back as nothing.
    return numbers if is_shorter and (
        dtype.kind != "f" or np.isfinite(np.frombuffer(data, dtype)).all()
    ) else as_bytes


class Shelf:
    """Gives the values of a file back, each decoded when it is needed."""

    def __init__(self, values: list[Any], blobs: list[Any]) -> None:
        self._values = values
        self._blobs = blobs
        self._raws: dict[int, bytes] = {}

    def raw(self, place: int) -> bytes:
        """The encoded value, as it came from `encode`."""
        if place not in self._raws:
            self._raws[place] = msgspec.msgpack.encode(
                self._to_plain(self._values[place]))
        return self._raws[place]

    def value(self, place: int) -> Any:
        """A new object of the value."""
        return decode(self.raw(place))

    def _to_plain(self, found: Any) -> Any:
        if type(found) is list:
            return [self._to_plain(item) for item in found]
        if type(found) is not dict:
            return found
        (tag, body), = found.items()
        if tag == "float":
            return float(body)
        if tag == "bytes":
            return base64.b64decode(body, validate=True)
        if tag == "numbers":
            return np.array(body[1], np.dtype(body[0])).tobytes()
        if tag == "blob":
            return self._to_plain(self._blobs[body])
        return {tag: self._to_plain(body)}
