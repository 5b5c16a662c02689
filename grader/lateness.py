"""How late a submission was, and what that costs by the policy.

The points of tasks stay as they were earned: being late takes a part of
their sum, and only when a report is made. So a new deadline needs no new
grading.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

import msgspec

from grader.model import UsageError
from grader.policy import Policy, exact


class Lateness(msgspec.Struct, frozen=True):
    """How late it was, and the percent of the points that this costs."""

    due: datetime
    submitted: datetime
    days: int
    percent: Fraction

    def remaining(self, points: Fraction) -> Fraction:
        """What is left of so many points."""
        return points * (100 - self.percent) / 100


def lateness(policy: Policy, submitted: datetime | None) -> Lateness | None:
    """How late it was; None when in time, or when nobody asks.

    submitted: when the work arrived, by a clock that the student does not
        hold; the date of a commit can be set to anything
    """
    late = policy.late
    if late is None or submitted is None:
        return None
    over = submitted - late.due
    if over <= timedelta(minutes=float(late.grace_minutes)):
        return None
    days = -(-over // timedelta(days=1))
    percent = min(days * exact(late.percent_per_day),
                  exact(late.most_percent), Fraction(100))
    return Lateness(late.due, submitted, days, percent)


def read_time(text: str) -> datetime | None:
    """The time of `--submitted`; raises UsageError."""
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise UsageError(f"--submitted {text}: write a time with its zone, "
                         f"such as 2026-12-01T23:59:00+01:00.")
    return time
