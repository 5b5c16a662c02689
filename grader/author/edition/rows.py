"""One record -> the bytes of a JSON file that people can read, too.

One line for each fact, and one for each item of a long list: so a new seed
or a new mistake changes few lines. Equal records give equal bytes.
"""

from __future__ import annotations

from typing import Any

import msgspec

LONG = ("checks", "mistakes", "accepts", "outcomes", "values", "blobs")


def to_rows(record: msgspec.Struct) -> bytes:
    """The record as JSON, in rows; ends in one newline."""
    facts: dict[str, Any] = msgspec.to_builtins(record)
    rows = [b"%s: %s" % (_json(name), _value(name, value))
            for name, value in facts.items()]
    return b"{\n" + b",\n".join(rows) + b"\n}\n"


def _value(name: str, value: Any) -> bytes:
    if name not in LONG or not value:
        return _json(value)
    return b"[\n " + b",\n ".join(map(_json, value)) + b"\n]"


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value)
