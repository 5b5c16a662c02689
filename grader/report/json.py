"""The report as JSON: written whole or not at all."""

from __future__ import annotations

import os
import tempfile

import msgspec

from grader.report.schema import Report, schema


def to_json(report: Report) -> bytes:
    """Pretty JSON, plain ASCII-safe UTF-8, one newline at the end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def schema_json() -> bytes:
    """The published schema as JSON."""
    return msgspec.json.format(msgspec.json.encode(
        schema(), order="sorted"), indent=1) + b"\n"


def write_whole(path: str, data: bytes) -> None:
    """Write to a temporary name beside it, then rename.

    A reader never sees half a file, and a failure leaves the old one.
    """
    folder = os.path.dirname(os.path.abspath(path))
    handle, name = tempfile.mkstemp(dir=folder, prefix=".report-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
