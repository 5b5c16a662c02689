"""Verdicts -> the words a student reads: call, expected, got, difference.

Every text made here is plain: control characters and broken characters of
student output are shown as escapes, never sent to a terminal or a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.compare import Measure
from grader.contrast import contrasted
from grader.model import Case, Outcome, Verdict
from grader.plain import clean as clean
from grader.plain import cut
from grader.show import show, show_kind, show_pasteable
from grader.tables import described

if TYPE_CHECKING:
    from grader.checkfile import CheckFile

MOST = 240
MOST_LINES = 12
MOST_ARGUMENT = 2000


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


def expected_text(verdict: Verdict, is_script: bool,
                  file: CheckFile | None = None) -> str:
    """What the task demands for the shown case."""
    assert verdict.case is not None
    kind = verdict.difference.kind if verdict.difference else ""
    if kind == "changed":
        return "the arguments as they were before the call"
    if kind == "shared":
        return "a result in which every list is new"
    if not is_script and verdict.case.expected.state == "value":
        return clean(_with_kind(_both(verdict, file)[0], verdict,
                                verdict.case.expected))
    return outcome_text(verdict.case.expected, is_script)


def got_text(verdict: Verdict, is_script: bool,
             file: CheckFile | None = None) -> str:
    """What the student's code did in the shown case.

    file: tells the tolerance and the names of the parameters
    """
    assert verdict.outcome is not None
    outcome = verdict.outcome
    kind = verdict.difference.kind if verdict.difference else ""
    if kind == "changed" and verdict.difference is not None:
        return clean(_changed(verdict.difference.path[0], outcome, file))
    if kind == "shared":
        return difference_text(verdict)
    text = (outcome_text(outcome, is_script)
            if is_script or outcome.state != "value"
            else _both(verdict, file)[1])
    if kind == "printed":
        text = f"None, but it printed {cut(repr(outcome.stdout), 100)}"
    if outcome.line and outcome.state != "value":
        text += f" (line {outcome.line} of your file)"
    # Last of all: the name of a class may be any text.
    return clean(_with_kind(text, verdict, outcome))


def _changed(name: int | str, outcome: Outcome,
             file: CheckFile | None) -> str:
    """The argument that was named, as it is after the call."""
    names = () if file is None else file.parameters
    after = {names[int(key)] if key.isdecimal() and int(key) < len(names)
             else key: value for key, value in outcome.changed.items()}
    value = after.get(str(name), next(iter(after.values())))
    return f"`{name}` is {show(value, MOST)} after the call"


def _both(verdict: Verdict, file: CheckFile | None) -> tuple[str, str]:
    """Expected and got, each with what differs from the other marked."""
    assert verdict.case is not None and verdict.outcome is not None
    expected, got = verdict.case.expected.value, verdict.outcome.value
    if verdict.case.expected.state != "value" \
            or verdict.outcome.state != "value":
        return described(expected), described(got)
    measure = Measure() if file is None else Measure(
        *file.tolerance, file.exact_numbers)
    return contrasted(expected, got, measure)


def _with_kind(text: str, verdict: Verdict, outcome: Outcome) -> str:
    """Name the kind of the whole value where the kind is what differs."""
    kinds = ("type", "number type", "dtype", "shape")
    difference, value = verdict.difference, outcome.value
    if (difference is None or difference.kind not in kinds
            or difference.path or outcome.state != "value" or value is None
            or getattr(value, "shape", ())):
        return text             # an array says itself what it is
    return f"{text} ({show_kind(value)})"


def difference_text(verdict: Verdict) -> str:
    """The one sentence about the first place that differs."""
    if verdict.difference is None:
        return ""
    return clean(cut(verdict.difference.text, 400))
