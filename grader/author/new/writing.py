"""Write all files of a new task, or none of them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

from grader.model import UsageError
from grader.report.json import write_whole


def write_all(root: str, new: Mapping[str, str], changed: Mapping[str, str],
              executable: frozenset[str]) -> None:
    """New files, then changed ones; raises UsageError and leaves no trace.

    new: name -> text of files that must not be there
    changed: name -> text of files that are there
    """
    there = [name for name in new if os.path.lexists(_path(root, name))]
    if there:
        raise UsageError(f"{there[0]} is there already, and nothing was "
                         f"written. Take another number or name, or move "
                         f"that file away first.")
    written: list[str] = []
    try:
        for name, text in new.items():
            path = _path(root, name)
            # "x": somebody else's file of this name is never overwritten.
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
            if name in executable:
                os.chmod(path, 0o755)
        for name, text in changed.items():
            write_whole(_path(root, name), text.encode())
    except BaseException as error:
        for path in written:
            with contextlib.suppress(OSError):
                os.remove(path)
        if isinstance(error, OSError):
            raise UsageError(f"{error.filename}: {error.strerror}. Nothing "
                             f"was written.") from None
        raise


def _path(root: str, name: str) -> str:
    return os.path.join(root, *name.split("/"))
