"""Shrink the shown cases of a whole result, in rounds over all tasks.

Each round is one job a task, so that all workers have something to do. The
case that a student sees first is the first to shrink, and there is an end to
it: so many calls for a case, so much time for a task, so much for all.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import msgspec

from grader.cases import Plan, wire_call
from grader.course import Course
from grader.explain import call_text
from grader.jobs import job_for
from grader.keeping import verdict_to_keep
from grader.model import Call, Case, Outcome, Verdict
from grader.results import TaskResult
from grader.sandbox import AnySandbox, wire
from grader.shrinking.search import Search

NEVER = ("timeout", "refused", "not_run", "nothing")
MOST_CALL_SECONDS = 0.5
LAST_SECONDS = 0.5          # for the call that confirms a result
NO_CASE = Case(Call(""), Outcome("value"))


class Effort(msgspec.Struct, frozen=True):
    """How much work a smaller case is worth; in seconds of wall time.

    task_seconds: for all cases of one task; 0 leaves all cases as they are
    total_seconds: for all tasks of a submission
    """

    task_seconds: float = 1.0
    total_seconds: float = 3.0


USUAL = Effort()


def effort_of(task_seconds: float) -> Effort:
    """So much for a task; a submission may cost as much as three of them."""
    return Effort(task_seconds, 3.0 * task_seconds)


class Patient:
    """One task whose shown cases shrink, one after the other."""

    def __init__(self, task: TaskResult, plan: Plan) -> None:
        self.task = task
        self.plan = plan
        self.seconds = 0.0
        self._waiting = worth_it(task)
        self._search: Search | None = None
        self._place = -1
        self.smaller: dict[int, Verdict] = {}

    def calls(self, stop: bool) -> list[Case]:
        """The cases of the next round; none when all is done.

        stop: the time is up
        """
        while True:
            if self._search is not None:
                asked = self._search.calls(stop)
                if asked:
                    return asked
                self._note(self._search)
                self._search = None
            if stop or not self._waiting:
                return []
            self._place = self._waiting.pop(0)
            self._search = Search(self.plan, self.task.verdicts[self._place])

    def learn(self, outcomes: Sequence[Outcome]) -> None:
        """What became of the calls."""
        assert self._search is not None
        self._search.learn(outcomes)

    def give_up(self) -> None:
        """Leave the present case as it is: our own fault, or no answer."""
        self._search = None

    def finished(self) -> TaskResult:
        """The task with the smaller cases; all else as it was."""
        verdicts = tuple(self.smaller.get(place, verdict) for place, verdict
                         in enumerate(self.task.verdicts))
        return msgspec.structs.replace(self.task, verdicts=verdicts)

    def _note(self, search: Search) -> None:
        if search.result is None:
            return
        case, outcome, difference = search.result
        self.smaller[self._place] = verdict_to_keep(msgspec.structs.replace(
            self.task.verdicts[self._place], case=case, outcome=outcome,
            difference=difference))


def small_cases(results: Sequence[TaskResult], course: Course,
                sandbox: AnySandbox, only_visible: bool,
                effort: Effort = USUAL) -> list[TaskResult]:
    """Those of the results that have got a smaller case to show."""
    end = time.monotonic() + effort.total_seconds
    patients = [Patient(result, course.plan(result.file, result.seed,
                                            only_visible))
                for result in results
                if effort.task_seconds > 0 and worth_it(result)]
    asking = patients
    while asking:
        asking = _round(asking, sandbox, effort, end)
    return [patient.finished() for patient in patients if patient.smaller]


def worth_it(task: TaskResult) -> list[int]:
    """Places of the verdicts whose cases may shrink, the shown one first."""
    if (task.file.made_checks is not None       # no oracle to ask
            or task.file.kind not in ("function", "class")
            or task.run is None
            or task.run.loaded.state != "value" or _is_unwritten(task)):
        return []
    places = [place for place, verdict in enumerate(task.verdicts)
              if verdict.check.visibility == "hidden"
              and verdict.case is not None and verdict.outcome is not None
              and verdict.difference is not None
              and verdict.difference.kind not in NEVER
              and verdict.outcome.state not in NEVER]
    return sorted(places, key=lambda place: len(call_text(
        task.file.entry, task.verdicts[place].case or NO_CASE)))


def _is_unwritten(task: TaskResult) -> bool:
    """Whether no check passed and nothing was ever given back.

    Then an example says all that there is to say.
    """
    return all(verdict.status != "passed" and (
        verdict.outcome is None or verdict.outcome.state != "value"
        or verdict.outcome.value is None) for verdict in task.verdicts)


def _round(asking: list[Patient], sandbox: AnySandbox, effort: Effort,
           end: float) -> list[Patient]:
    """One job for each task that still has something to ask."""
    rest, jobs = [], []
    for patient in asking:
        clock = time.monotonic()
        room = min(effort.task_seconds - patient.seconds, end - clock)
        calls = _calls(patient, room <= 0)
        if calls:
            rest.append(patient)
            jobs.append(_job(patient, calls, room))
        patient.seconds += time.monotonic() - clock
    for place, run in sandbox.run(jobs):
        clock = time.monotonic()
        try:
            rest[place].learn(run.outcomes)
        except Exception:       # never let a nicety spoil a good result
            rest[place].give_up()
        rest[place].seconds += run.seconds + time.monotonic() - clock
    return rest


def _calls(patient: Patient, stop: bool) -> list[Case]:
    while True:
        try:
            return patient.calls(stop)
        except Exception:       # as above; the next case may do
            patient.give_up()


def _job(patient: Patient, cases: list[Case], room: float) -> wire.Job:
    """The calls of one round in one child."""
    task, file = patient.task, patient.task.file
    crashes = any(verdict.outcome is not None
                  and verdict.outcome.state == "crash"
                  for verdict in task.verdicts)
    calls = tuple(wire_call(case.call, group if crashes else 0)
                  for group, case in enumerate(cases))
    limits = msgspec.structs.replace(
        file.limits,
        call_seconds=min(file.limits.call_seconds, MOST_CALL_SECONDS),
        task_seconds=max(room, 0.0) + LAST_SECONDS)
    return msgspec.structs.replace(
        job_for(file, task.task, calls), limits=limits)
