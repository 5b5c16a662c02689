"""What of an answer is kept once it is judged: enough to show it.

A wrong answer may be as large as the limits allow, for each check of each
task. All of them together would fill the memory before the report is written.
"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

from grader.model import Opaque, Outcome, Verdict
from grader.sandbox import Run
from grader.sandbox.encode import encode
from grader.sandbox.figures.records import Figure
from grader.show import show

MOST_ARRAY_BYTES = 1 << 20
MOST_BYTES = 32 << 10       # of anything else, as encoded
MOST_FIGURE_BYTES = 1 << 20


def run_to_keep(run: Run) -> Run:
    """The run without its answers."""
    return msgspec.structs.replace(run, outcomes=())


def verdict_to_keep(verdict: Verdict) -> Verdict:
    """The verdict with an answer that is small."""
    if verdict.outcome is None:
        return verdict
    return msgspec.structs.replace(
        verdict, outcome=_small(verdict.outcome))


def figure_to_keep(figure: Figure | None) -> Figure | None:
    """The figure, or nothing when it is large."""
    if figure is None or _array_bytes(figure) > MOST_FIGURE_BYTES:
        return None
    return figure


def _array_bytes(facts: Any) -> int:
    """The bytes of all arrays and texts in a record."""
    if isinstance(facts, msgspec.Struct):
        return sum(_array_bytes(getattr(facts, name))
                   for name in facts.__struct_fields__)
    if isinstance(facts, tuple):
        return sum(map(_array_bytes, facts))
    if isinstance(facts, np.ndarray):
        return facts.nbytes
    return len(facts) if isinstance(facts, str) else 8


def _small(outcome: Outcome) -> Outcome:
    value = _fitting(outcome.value, len(outcome.raw))
    changed = {key: _fitting(after, len(encode(after)))
               for key, after in outcome.changed.items()}
    return msgspec.structs.replace(outcome, value=value, changed=changed,
                                   raw=b"")


def _fitting(value: Any, size: int) -> Any:
    """The value, or how it is shown when it is large."""
    if isinstance(value, np.ndarray) and value.dtype.kind != "O":
        fits = value.nbytes <= MOST_ARRAY_BYTES
    else:
        fits = size <= MOST_BYTES
    return value if fits else Opaque(type(value).__name__, show(value))
