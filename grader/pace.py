"""How long does a solution take, measured against plain loops?

A check file of a task that is about arrays may give one larger call, `PACE`.
The yardstick is the file's own oracle (loops over the output), run here in
the parent on the same machine: seconds alone would say more about the laptop
than about the student. Processor time, not wall time, because other programs
run too. Up to 5 times the yardstick is good, up to 20 times a remark, and
only above that a finding: noise never costs a point.
"""

from __future__ import annotations

import time

from grader.calls import read_call
from grader.cases import Plan
from grader.form import FormResult
from grader.model import Call, Finding, Outcome
from grader.programs import run_program

GOOD, SLOW = 5, 20
NOT_WORTH_MEASURING = 0.01      # seconds: nobody can be slow below that
TRIES = 3
HINT = ("Let numpy multiply a whole window of all images at once: loop over "
        "the places of the output only.")


def pace_call(plan: Plan) -> Call | None:
    """The larger call of a task that is judged by its pace, or None."""
    if not plan.file.pace:
        return None
    return read_call(plan.file.entry, plan.file.pace)


def yardstick(plan: Plan, call: Call) -> float:
    """Processor seconds of the oracle; the best of some tries."""
    times = []
    for _ in range(TRIES):
        start = time.process_time()
        run_program(plan.file.oracle, plan.file.entry, call)
        times.append(time.process_time() - start)
    return max(min(times), 1e-4)


def judge_pace(plan: Plan, outcome: Outcome) -> Finding | None:
    """A remark, a finding, or nothing for a solution that is fast enough."""
    call = pace_call(plan)
    if call is None or outcome.state not in ("value", "timeout"):
        return None             # what is wrong with it is told elsewhere
    if outcome.state == "timeout":
        return _finding("more than your time limit", remark=False)
    if outcome.cpu_seconds < NOT_WORTH_MEASURING:
        return None
    ratio = outcome.cpu_seconds / yardstick(plan, call)
    if ratio <= GOOD:
        return None
    return _finding(f"{ratio:.0f} times as long as plain loops over the "
                    f"output", remark=ratio <= SLOW)


def _finding(text: str, remark: bool) -> Finding:
    seen = "Your function is slow" if remark else "You loop over the images"
    return Finding("rules", "pace", f"{seen}: it took {text}.", HINT,
                   remark=remark)


def with_pace(rules: FormResult, found: Finding | None) -> FormResult:
    """The rules of a task with its pace as one more; loops count once."""
    loops = any("loop" in text for text in rules.broken)
    if found is not None and not found.remark and loops:
        return rules
    costs = found is not None and not found.remark
    findings = rules.findings + ((found,) if found is not None else ())
    return FormResult(findings, rules.kept + (not costs), rules.asked + 1,
                      rules.broken)
