"""One child at work: what it serves, and what to do when it fails."""

from __future__ import annotations

import time
from collections.abc import Iterator

from grader.sandbox import outcomes, signs
from grader.sandbox.company import Members
from grader.sandbox.conversation import Conversation, Run
from grader.sandbox.scratch import is_intact, is_overfull
from grader.sandbox.starting import END_WAIT

LOOK_SECONDS = 0.25     # nearly all jobs end before the first look


class Worker:
    """One child at work on one conversation.

    indices: the place of its job, or of each member of a company
    """

    def __init__(self, indices: list[int], talk: Conversation) -> None:
        self.talk = talk
        self.number = 0
        self.status: int | None = None
        self.sign = signs.UP
        self.silent_since = 0.0         # when its pipe closed, 0: still open
        self._indices = indices
        self._members = Members(talk.job) if talk.job.members else None
        self._looked = time.monotonic()

    def results(self) -> Iterator[tuple[int, Run]]:
        """(index, Run) of what is complete now; of a member only once."""
        if self._members is None:
            if self.talk.is_complete:
                yield self._indices[0], self.talk.result()
            return
        for member, run in self._members.runs(self.talk.outcomes):
            yield self._indices[member], run
        if self._members.is_odd:
            self.talk.give_up(outcomes.not_reached())

    def left_over(self) -> list[list[int]]:
        """What a company leaves to be run alone, the last one first."""
        if self._members is None:
            return []
        return [[self._indices[member]]
                for member in reversed(self._members.rest)]

    def seconds_left(self) -> float:
        """Until something must be done about it."""
        if self.silent_since:
            return self.silent_since + END_WAIT - time.monotonic()
        return self.talk.seconds_left()

    def stumbles(self) -> bool:
        """Whether its child has ended or must be stopped; notes why."""
        talk = self.talk
        if self.silent_since:
            if self.status is None and self.seconds_left() > 0:
                return False
            if self._is_our_fault():
                talk.could_not_start(self.sign)
            elif self._members is not None:
                talk.give_up(outcomes.not_reached())
            else:
                talk.died(self.status)
        elif talk.seconds_left() <= 0:
            if self._members is not None:
                talk.give_up(outcomes.not_reached())
            else:
                talk.time_out()
        elif self._hoards():
            talk.give_up(outcomes.disk_filled())
        else:
            return False
        return True

    def _is_our_fault(self) -> bool:
        """Whether it ended before any student code ran in it.

        A folder that was harmed is what an earlier child did to this one.
        """
        return (self.sign != signs.UP
                and is_intact(self.talk.job.scratch))

    def _hoards(self) -> bool:
        """Whether it fills the disk; looks from time to time only."""
        now = time.monotonic()
        if now < self._looked + LOOK_SECONDS:
            return False
        self._looked = now
        return is_overfull(self.talk.job.scratch)
