"""A report file -> Report; believed to be hostile.

A student may have written the file. It is read once, up to a limit, decoded
strictly, and its numbers must agree, as each writer relies on them.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import Any

import msgspec

from grader.model import UsageError
from grader.plain import clean
from grader.report.export.sound import fault_of
from grader.report.schema import Report

MOST_BYTES = 32 << 20
ADVICE = "give the JSON that `grader grade --json FILE` has written"
VERSION = 1


class _AnyVersion(msgspec.Struct):
    """Only the version, whatever else a later report may hold."""

    version: Any = None


def read_report(path: str) -> Report:
    """The report of a file; raises UsageError with one sentence."""
    name = clean(path, 200)
    try:
        data = _read(path, name)
        version = msgspec.json.decode(data, type=_AnyVersion).version
        if isinstance(version, int) and version != VERSION:
            raise UsageError(f"{name} is a report of version {version}; "
                             f"this grader knows version {VERSION}: grade "
                             f"again, or take the grader that made it.")
        report = msgspec.json.decode(data, type=Report)
    except OSError as error:
        raise UsageError(_system_words(error, name)) from None
    except msgspec.ValidationError as error:
        raise UsageError(f"{name} is no report ({_short(error)}): "
                         f"{ADVICE}.") from None
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise UsageError(f"{name} is no JSON ({_short(error)}): "
                         f"{ADVICE}.") from None
    fault = fault_of(report)
    if fault:
        raise UsageError(f"{name} is no sound report: {clean(fault, 300)}. "
                         f"Grade again.")
    return report


def _short(error: Exception) -> str:
    return clean(" ".join(str(error).split()), 200).rstrip(".")


def _system_words(error: OSError, name: str) -> str:
    if error.errno == errno.ENOENT:
        return f"There is no {name}: {ADVICE}."
    if error.errno in (errno.ELOOP, errno.EMLINK):
        return f"{name} is a link: {ADVICE}, and not a link to it."
    return f"{name} cannot be read ({error.strerror}): {ADVICE}."


def _read(path: str, name: str) -> bytes:
    # A pipe would keep the grader waiting: open it without, then look.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
                     | getattr(os, "O_NONBLOCK", 0)
                     | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise UsageError(f"{name} is no file: {ADVICE}.")
        with open(handle, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    finally:
        os.close(handle)
    if len(data) > MOST_BYTES:
        raise UsageError(f"{name} is too large: a report has at most "
                         f"{MOST_BYTES >> 20} MB.")
    return data
