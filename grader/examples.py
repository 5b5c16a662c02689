"""Is a file right for the examples of its task and for nothing else?

The hidden inputs are made anew for each submission, so a table of answers
gets the points of the examples and no others. It costs nothing more: an
honest mistake may look the same. But it is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from grader.cases import ARGUMENTS
from grader.checkfile import CheckFile
from grader.model import Finding, Verdict

KINDS = ("function", "class")
TEXT = "Your file is right for the examples of the task and for nothing else."
HINT = ("It must compute its answer from what it gets; try it with other "
        "values.")


def only_examples(file: CheckFile,
                  verdicts: Sequence[Verdict]) -> tuple[Finding, ...]:
    """A remark when every example passes and every hidden check fails."""
    statuses: dict[str, set[str]] = {"visible": set(), "hidden": set()}
    for verdict in verdicts:
        if verdict.check.name != ARGUMENTS:
            statuses[verdict.check.visibility].add(verdict.status)
    if (file.kind not in KINDS or statuses["visible"] != {"passed"}
            or statuses["hidden"] != {"failed"}):
        return ()
    return (Finding("output", "only-examples", TEXT, HINT, remark=True),)
