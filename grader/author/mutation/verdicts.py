"""Mutants of one task -> which of them the output checks catch.

Each mutant goes the way of a student's file: the same plan, the same sandbox,
the same judge. Rules, style and docstrings are not looked at. A mutant is
caught only if it loses output points with each of the SEEDS, so that no luck
with one choice of hidden inputs is counted.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from grader.cases import Plan, plan
from grader.checkfile import CheckFile
from grader.course import Course
from grader.figures.critic import Critic
from grader.jobs import job_for
from grader.judge import judge
from grader.model import GraderError, Limits, Outcome, TaskFile, Verdict
from grader.questions import script_calls
from grader.sandbox import AnySandbox, Run, wire
from grader.sandbox.sure import is_sure

SEEDS = (0, 1)
# A mutant that loops for ever is common, and must not cost much.
SHORT = Limits(call_seconds=0.5, load_seconds=2.0, task_seconds=4.0)


class Missed(NamedTuple):
    """The seeds with which a changed text loses nothing.

    is_sure: it would be the same on a slower machine
    """

    seeds: tuple[int, ...]
    is_sure: bool


class Trial:
    """The questions that all mutants of one task get."""

    def __init__(self, file: CheckFile, task: TaskFile) -> None:
        # Hints and pace say nothing about right or wrong, and take long.
        self.file = msgspec.structs.replace(file, mistakes={}, pace="")
        self._task = task
        # The data of a figure is given: its seed changes nothing.
        self.seeds = SEEDS if file.figure is None else SEEDS[:1]
        self._plans = [plan(self.file, seed) for seed in self.seeds]

    def job(self, text: str, limits: Limits) -> wire.Job:
        """What the sandbox has to do with one changed text."""
        data = text.encode()
        calls: list[wire.WireCall] = []
        for number, one in enumerate(self._plans):
            asked = one.calls
            if self.file.kind == "script":
                asked, _ = script_calls(one, data)
            groups = number * (1 + len(one.checks))
            calls += [msgspec.structs.replace(call, group=call.group + groups)
                      for call in asked]
        return msgspec.structs.replace(
            job_for(self.file, self._task, tuple(calls)), source=data,
            limits=limits)

    def missed(self, run: Run, critic: Critic) -> Missed:
        """What the checks made of it; raises GraderError."""
        if run.fault:
            raise GraderError(run.fault)
        outcomes = iter(run.outcomes)
        lost = [[verdict for verdict in _verdicts(one, list(
            itertools.islice(outcomes, len(one.calls))), critic)
            if verdict.status != "passed"] for one in self._plans]
        return Missed(
            tuple(seed for seed, verdicts in zip(SEEDS, lost)
                  if not verdicts),
            is_sure(run.loaded) and all(any(
                verdict.outcome is not None and is_sure(verdict.outcome)
                for verdict in verdicts) for verdicts in lost if verdicts))


def _verdicts(plan: Plan, outcomes: list[Outcome], critic: Critic
              ) -> tuple[Verdict, ...]:
    if plan.file.figure is not None:
        return critic.judge(plan, outcomes[0]).verdicts
    return judge(plan, outcomes)


def short_limits(file: CheckFile) -> Limits:
    """The limits of a first look; a drawing takes longer than a call."""
    if file.figure is not None:
        return file.limits
    return msgspec.structs.replace(
        file.limits, **{name: min(getattr(SHORT, name),
                                  getattr(file.limits, name))
                        for name in ("call_seconds", "load_seconds",
                                     "task_seconds")})


def judged(file: CheckFile, task: TaskFile, texts: Sequence[str],
           course: Course, sandbox: AnySandbox
           ) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield (place in texts, seeds that miss the mutant), as they come.

    What only ran out of time gets the time of a student in a second look.
    Raises GraderError if the unchanged reference is caught: then all the
    others would be, and it would mean nothing.
    """
    if task.source is None:
        raise GraderError("its reference solution is missing")
    trial = Trial(file, task)
    critic = Critic(course.sketches, sandbox)
    whole = {-1: task.source.data.decode(), **dict(enumerate(texts))}
    places = list(whole)
    for limits in (short_limits(file), file.limits):
        jobs = [trial.job(whole[place], limits) for place in places]
        again = []
        for number, run in critic.run(jobs, [trial.file] * len(jobs)):
            place, missed = places[number], trial.missed(run, critic)
            if not missed.is_sure and limits != file.limits:
                again.append(place)
            elif place >= 0:
                yield place, missed.seeds
            elif missed.seeds != trial.seeds:
                raise GraderError("its reference solution loses points "
                                  "itself; `grader verify` says more.")
        places = sorted(again)
