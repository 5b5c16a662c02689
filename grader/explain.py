"""Verdicts -> the words a student reads: call, expected, got, difference.

Every text made here is plain: control characters and broken characters of
student output are shown as escapes, never sent to a terminal or a page.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from grader.model import Case, Outcome, Verdict
from grader.show import cut, show, show_kind, show_pasteable

MOST = 240
MOST_LINES = 12
MOST_ARGUMENT = 2000


def clean(text: str, most: int = 4000) -> str:
    """Text that no terminal, page or parser can be surprised by."""
    return cut("".join(_visible(letter) for letter in text), most)


def _visible(letter: str) -> str:
    if letter in "\n\t" or letter.isprintable():
        return letter
    # Escape what acts instead of showing: ANSI, C1, direction marks ...
    if unicodedata.category(letter) == "Zs":
        return " "
    number = ord(letter)
    if number > 0xFFFF:
        return f"\\U{number:08x}"
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def call_text(entry: str, case: Case) -> str:
    """The call as a student can paste it."""
    call = case.call
    if call.given or not entry:
        return call.text
    if call.text:
        return call.text
    words = [_argument(value) for value in call.args]
    words += [f"{name}={_argument(value)}"
              for name, value in call.kwargs.items()]
    return f"{entry}({', '.join(words)})"


def _argument(value: Any) -> str:
    text = show_pasteable(value)
    return text if len(text) <= MOST_ARGUMENT else show(value, MOST_ARGUMENT)


def outcome_text(outcome: Outcome, is_script: bool) -> str:
    """What came back, in one line or, for scripts, as printed."""
    if outcome.state == "exception":
        # The exact text is demanded: nothing is taken from its end.
        words = [word for word in (outcome.error, outcome.text) if word]
        return clean(cut(": ".join(words), MOST))
    if outcome.state != "value":
        return clean(cut(outcome.text, MOST))
    if is_script:
        return clean(_printed(outcome.stdout))
    return clean(show(outcome.value, MOST))


def _printed(text: str) -> str:
    """Printed lines, each and all of them cut."""
    lines = text.rstrip().splitlines()
    more = len(lines) - MOST_LINES
    shown = [cut(line, 100) for line in lines[:MOST_LINES]]
    return "\n".join(shown + [f"... {more} more lines"] * (more > 0))


def expected_text(verdict: Verdict, is_script: bool) -> str:
    """What the task demands for the shown case."""
    assert verdict.case is not None
    kind = verdict.difference.kind if verdict.difference else ""
    if kind == "changed":
        return "the arguments as they were before the call"
    if kind == "shared":
        return "a result that is new in all its parts"
    text = outcome_text(verdict.case.expected, is_script)
    return _with_kind(text, verdict, verdict.case.expected)


def got_text(verdict: Verdict, is_script: bool) -> str:
    """What the student's code did in the shown case."""
    assert verdict.outcome is not None
    outcome = verdict.outcome
    kind = verdict.difference.kind if verdict.difference else ""
    if kind == "changed" and verdict.difference is not None:
        key = next(iter(outcome.changed))
        return clean(f"`{verdict.difference.path[0]}` is "
                     f"{show(outcome.changed[key], MOST)} after the call")
    if kind == "shared":
        return clean(outcome.shared)
    text = outcome_text(outcome, is_script)
    if kind == "printed":
        text = f"None, but it printed {cut(repr(outcome.stdout), 100)}"
    if outcome.line and outcome.state != "value":
        text += f" (line {outcome.line} of your file)"
    # Last of all: the name of a class may be any text.
    return clean(_with_kind(text, verdict, outcome))


def _with_kind(text: str, verdict: Verdict, outcome: Outcome) -> str:
    """Name the kind of value where the kind is what differs."""
    kinds = ("type", "number type", "dtype", "shape")
    if (outcome.state != "value" or verdict.difference is None
            or verdict.difference.kind not in kinds
            or outcome.value is None):
        return text
    shape = getattr(outcome.value, "shape", None)
    suffix = show_kind(outcome.value)
    if shape is not None and shape != ():
        suffix += f" of shape {shape}, dtype {outcome.value.dtype}"
    return f"{text} ({suffix})"


def difference_text(verdict: Verdict) -> str:
    """The one sentence about the first place that differs."""
    if verdict.difference is None:
        return ""
    return clean(cut(verdict.difference.text, 400))


def size_of_case(entry: str, verdict: Verdict) -> int:
    """How much a student has to read to understand this verdict."""
    if verdict.case is None:
        return 1 << 30
    return len(call_text(entry, verdict.case))
