"""What a job carries beside its calls: other given data, other files."""

from __future__ import annotations

import msgspec

from grader.cases import Plan
from grader.given import GivenMissing, replace_given
from grader.neighbours import mentioned as mentioned
from grader.sandbox import wire


def script_calls(plan: Plan, source: bytes
                 ) -> tuple[tuple[wire.WireCall, ...], dict[int, str]]:
    """The script with each case's given values; where it lacks them, why."""
    calls, missing = [], {}
    cases = [case for check in plan.checks for case in check.cases]
    for index, (case, call) in enumerate(zip(cases, plan.calls)):
        changed = source
        if case.call.given:
            try:
                changed = replace_given(source, case.call.given)
            except GivenMissing as error:
                missing[index] = str(error)
            except (SyntaxError, ValueError, LookupError, RecursionError,
                    MemoryError):
                pass            # running the file will tell what is wrong
        calls.append(msgspec.structs.replace(call, source=changed))
    return tuple(calls), missing
