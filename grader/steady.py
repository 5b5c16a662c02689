"""Would the same bytes give the same result again?

Only then may a result be kept. A time-out, a crash, a lack of memory or a
full disk can have come from the machine; a program that looks at the clock or
at true chance may answer otherwise next time. When in doubt: no.
"""

from __future__ import annotations

import re

from grader.model import Finding, TaskFile
from grader.neighbours import reachable
from grader.sandbox import Run
from grader.sandbox.sure import is_sure

PACE = "pace"
CHANCE = re.compile(
    rb"\b(?:import|from|__import__|import_module)\b[^\n#]*\b(?:time|timeit"
    rb"|datetime|secrets|uuid|threading|_thread|asyncio|concurrent|gc"
    rb"|multiprocessing|weakref)\b|urandom|getrandom|SystemRandom"
    rb"|\bid\(|perf_counter|process_time|entropy|getpid")


def is_steady(run: Run | None, findings: tuple[Finding, ...] = ()) -> bool:
    """Whether nothing in this run hung on time, memory or luck.

    run: with all its outcomes; None when the file was not run
    findings: a finding about the pace was measured, not decided
    """
    if any(finding.code == PACE for finding in findings):
        return False
    return run is None or (run.children == 1 and all(
        map(is_sure, (run.loaded, *run.outcomes))))


def asks_for_chance(task: TaskFile) -> bool:
    """Whether the file, or what it can reach, may ask clock or chance.

    Seeded random numbers are the same in each run and do not count. Words
    alone decide; a word too many only costs time.
    """
    if task.source is None:
        return False
    return any(CHANCE.search(text) for text in (
        task.source.data, *reachable(task).values()))
