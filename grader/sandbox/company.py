"""Tame jobs share a child: a fork costs more than all the calls of a task.

    parent: jobs --gather--> companies, and jobs that stay alone
              |
              +--> child: one member after the other; stops at the first odd
              |           answer
    parent: answers of a member all sure?  its Run
            else, and for all after it:    the member runs again, alone

A tame job can touch nothing but its own module: `grader.tame` has read its
text. So it can do nothing to the next member that the student could not have
written there. What hangs on time, memory or depth is never taken from a
company; each such job gets a child of its own, with all its time and memory.
So nobody can tell from a result whether it was found in company.

Comes in: jobs, and what a company's child said. Goes out: jobs and Runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from grader.model import Limits, Outcome
from grader.sandbox import wire
from grader.sandbox.conversation import Run
from grader.sandbox.sure import is_sure

# A tame call takes far less than a millisecond; one that needs longer gets
# its usual time in a child of its own.
LONG_SECONDS = 0.1
CALL_SECONDS = 0.25
MOST_BYTES = 1 << 20
# So many members take as long as it takes to make one child more.
ENOUGH = 12
LIMITS = Limits(call_seconds=CALL_SECONDS, load_seconds=CALL_SECONDS)
NOTHING = wire.WireCall()


def gather(jobs: Sequence[wire.Job], width: int) -> list[list[int]]:
    """Places of jobs that go together; each company asks for one child.

    width: how many children run at a time; each core gets its share
    """
    tame = [place for place, job in enumerate(jobs) if _may_join(job)]
    count = min(width, -(-len(tame) // ENOUGH))
    groups = [tame[first::count] for first in range(count)]
    joined = [group for group in groups if len(group) > 1]
    members = {place for group in joined for place in group}
    return joined + [[place] for place in range(len(jobs))
                     if place not in members]


def _may_join(job: wire.Job) -> bool:
    return (job.is_tame and not job.files
            and not any(name.encode() in job.source for name in job.banned)
            and sum(len(data) for call in job.calls
                    for data in (*call.args, *call.kwargs.values(),
                                 call.source)) < MOST_BYTES)


def join(jobs: Sequence[wire.Job]) -> wire.Job:
    """One job for the child of a company."""
    limits = _least([job.limits for job in jobs])
    members = tuple(msgspec.structs.replace(
        job, siblings={}, banned=(), limits=msgspec.structs.replace(
            limits, value_bytes=job.limits.value_bytes)) for job in jobs)
    answers = sum(len(job.calls) + 1 for job in jobs)
    return wire.Job("company", "company", b"", "", {}, (),
                    (NOTHING,) * answers, limits, members=members)


def _least(all_limits: Sequence[Limits]) -> Limits:
    """What keeps to the limits of every member; none may have less alone."""
    return Limits(**{name: min(getattr(limits, name) for limits in (
        *all_limits, LIMITS)) for name in Limits.__struct_fields__})


class Members:
    """Cuts the answers of a company into the Runs of its members.

    rest: how many members have no Run yet
    """

    def __init__(self, job: wire.Job) -> None:
        self._jobs = job.members
        self._next = 0          # member
        self._place = 0         # of its first answer
        self.is_odd = False

    @property
    def rest(self) -> range:
        """The members that have no Run yet."""
        return range(self._next, len(self._jobs))

    def runs(self, outcomes: dict[int, Outcome]) -> Iterator[tuple[int, Run]]:
        """Yield (member, Run) for what is complete by now.

        outcomes: place -> answer, as far as they are there
        """
        while self._next < len(self._jobs) and not self.is_odd:
            job = self._jobs[self._next]
            found = []
            for place in range(self._place, self._place + len(job.calls) + 1):
                if place not in outcomes:
                    return
                found.append(outcomes[place])
                if not is_sure(found[-1], LONG_SECONDS):
                    self.is_odd = True
                    return
            self._place += len(found)
            self._next += 1
            yield self._next - 1, Run(
                found[0], tuple(found[1:]), 1,
                sum(outcome.seconds for outcome in found))
