"""What a failed hidden check shows, by the policy.

    build_report -> redact -> every writer

It is taken out of the report before any writer runs, so no format can show
more than another.

    full          call, expected, got, difference, hint
    actual-only   call, got, hint; not what was expected
    hint-only     the title of the check and the hint
    nothing       that a hidden check failed
"""

from __future__ import annotations

import msgspec

from grader.marks import without_marks
from grader.policy import Policy, Reveal
from grader.report.schema import CheckInfo, Report, TaskInfo

UNNAMED = "a hidden check"


def redact(report: Report, policy: Policy) -> Report:
    """The report as its reader may see it."""
    return msgspec.structs.replace(report, tasks=[
        _redact_task(task, policy.of(task.id).reveal or "full")
        for task in report.tasks])


def _redact_task(task: TaskInfo, reveal: Reveal) -> TaskInfo:
    if reveal == "full":
        return task
    checks, hidden = [], 0
    for check in task.checks:
        if check.visibility == "hidden":
            hidden += 1
            check = _redact_check(check, reveal, hidden)
        checks.append(check)
    return msgspec.structs.replace(task, checks=checks)


def _redact_check(check: CheckInfo, reveal: Reveal,
                  number: int) -> CheckInfo:
    if reveal == "nothing":
        # Passed checks lose their names too: what is left would tell.
        return CheckInfo(f"hidden-{number}", UNNAMED, check.visibility,
                         check.status, check.points, check.max_points)
    if check.status == "passed":
        return check
    if reveal == "hint-only":
        return msgspec.structs.replace(
            check, call="", expected="", got="", difference="", stdout="")
    return msgspec.structs.replace(check, got=without_marks(check.got),
                                   expected="", difference="")
