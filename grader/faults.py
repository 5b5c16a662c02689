"""Our own faults in words: what happened, and where to look."""

from __future__ import annotations

import os
import traceback

from grader.model import GraderError

REPORT = "This is a fault of the grader; please report it."


def own_fault(error: Exception) -> str:
    """One sentence for a report; ours already have theirs."""
    if isinstance(error, GraderError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = ""
    if frames:
        last = frames[-1]
        where = f" ({os.path.basename(last.filename)}, line {last.lineno})"
    return f"{type(error).__name__}: {error}{where}. {REPORT}"
