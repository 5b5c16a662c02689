"""The instructor's policy: `grader.toml` -> Policy. Docs: docs/policy.md.

It says which tasks count, for how much, with which seed and protection, what
a failed hidden check shows, and what being late costs. It is read from beside
the grader or from `--policy FILE`, never from the submission. Unknown names
are refused with the nearest right one.
"""

from __future__ import annotations

import difflib
import os
import re
from datetime import datetime
from fractions import Fraction
from typing import Any, Literal, get_args

import msgspec

from grader.checkfile import CheckFile
from grader.model import PARTS, UsageError
from grader.wanted import matches

NAME = "grader.toml"
MOST_BYTES = 1 << 20
Reveal = Literal["full", "actual-only", "hint-only", "nothing"]
REVEALS = get_args(Reveal)
Weight = int | float


class PolicyError(UsageError):
    """The policy file is wrong: names the file, the line and the repair."""


class TaskPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one task, or all that fit a pattern, has of its own.

    points: part -> points, instead of those of its check file
    weight: all its points times this
    reveal: instead of the policy's own
    """

    points: dict[str, Weight] = {}
    weight: Weight = 1
    reveal: Reveal | None = None


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What being late costs, in percent of the points that were earned.

    due: the deadline, with its time zone
    grace_minutes: so much later is not late yet
    percent_per_day: for each day that has begun
    most_percent: never more than this
    """

    due: datetime
    grace_minutes: Weight = 0
    percent_per_day: Weight = 0
    most_percent: Weight = 100


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one course grades; without a file, the defaults below.

    tasks: ids or patterns in scope; empty: all of the course
    seed: of the hidden inputs; none: each task file has its own
    isolation: grade with no less than this
    points: part -> points, for every task
    task: pattern -> what these tasks have of their own; the last one counts
    shrink_seconds: the most that smaller cases of one task may cost; 0: none
    """

    tasks: tuple[str, ...] = ()
    seed: int | None = None
    isolation: Literal["process", "limits", "full"] = "process"
    reveal: Reveal = "full"
    points: dict[str, Weight] = {}
    task: dict[str, TaskPolicy] = {}
    late: Late | None = None
    shrink_seconds: Weight = 1

    def of(self, task: str) -> TaskPolicy:
        """What the policy says of one task."""
        found = TaskPolicy(self.points, 1, self.reveal)
        for pattern, own in self.task.items():
            if matches(task, (pattern,)):
                found = TaskPolicy({**found.points, **own.points},
                                   own.weight, own.reveal or found.reveal)
        return found

    def revealing(self, reveal: str) -> Policy:
        """The same policy that shows so much for every task."""
        level: Reveal = msgspec.convert(reveal, Reveal)
        return msgspec.structs.replace(self, reveal=level, task={
            pattern: msgspec.structs.replace(own, reveal=level)
            for pattern, own in self.task.items()})

    def weigh(self, file: CheckFile) -> CheckFile:
        """The check file with the points of this policy."""
        own = self.of(file.id)
        if not own.points and own.weight == 1:
            return file
        return msgspec.structs.replace(file, points={
            part: exact(own.points.get(part, points)) * exact(own.weight)
            for part, points in file.points.items()})


def exact(number: Weight | Fraction) -> Fraction:
    """The number as it was written: 0.1 is one tenth."""
    return number if isinstance(number, Fraction) else Fraction(str(number))


def find_policy(path: str, root: str) -> Policy:
    """The policy of `--policy`, or the one at the root of the grader.

    path: as given on the command line, "" if it was not
    root: the checkout that holds the grader; never the submission
    """
    beside = os.path.join(root, NAME)
    if not path and not os.path.exists(beside):
        return Policy()
    return read_policy(path or beside)


def read_policy(path: str) -> Policy:
    """One policy file; raises PolicyError."""
    import tomllib
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
        text = data.decode()
        if len(data) > MOST_BYTES:
            raise PolicyError(f"{path}: a policy has less than 1 MB.")
        table = tomllib.loads(text)
    except OSError as error:
        raise PolicyError(f"{path}: {error.strerror}.") from None
    except ValueError as error:         # no UTF-8, no TOML, endless numbers
        raise PolicyError(f"{path} is no TOML: {error}.") from None
    except RecursionError:
        raise PolicyError(f"{path}: its brackets are nested too deep."
                          ) from None
    where = _Where(path, text)
    _known_names(table, Policy, where)
    _known_names(table.get("late"), Late, where)
    for own in _tables(table.get("task")):
        _known_names(own, TaskPolicy, where)
        _known_parts(own.get("points"), where)
    _known_parts(table.get("points"), where)
    try:
        policy = msgspec.convert(table, Policy)
    except msgspec.ValidationError as error:
        raise where.error(str(error), _last_name(str(error))) from None
    _sensible(policy, where)
    return policy


class _Where:
    """Finds the line of a name, for errors."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def error(self, text: str, name: str) -> PolicyError:
        line = next((number for number, line in enumerate(self._lines, 1)
                     if name and re.search(
                         rf"(^|[\[.\s\"{{,]){re.escape(name)}[\"\].\s=]",
                         line)), 0)
        where = f"{self._path}, line {line}" if line else self._path
        return PolicyError(f"{where}: {text.rstrip('.')}.")


def _tables(value: Any) -> list[dict[str, Any]]:
    return [own for own in value.values() if isinstance(own, dict)] \
        if isinstance(value, dict) else []


def _known_names(table: Any, kind: type[msgspec.Struct],
                 where: _Where) -> None:
    if isinstance(table, dict):
        _known(table, kind.__struct_fields__, where)


def _known_parts(points: Any, where: _Where) -> None:
    if isinstance(points, dict):
        _known(points, PARTS, where)


def _known(table: dict[str, Any], names: tuple[str, ...],
           where: _Where) -> None:
    for name in table:
        if name not in names:
            near = difflib.get_close_matches(name, names, 1)
            advice = f"did you mean `{near[0]}`" if near else \
                f"the names are {', '.join(names)}"
            raise where.error(f"`{name}` is no name of a policy; {advice}",
                              name)


def _last_name(text: str) -> str:
    """The name in msgspec's "... - at `$.late.due`"."""
    return text.rpartition("$.")[2].rstrip("`").rpartition(".")[2]


def _sensible(policy: Policy, where: _Where) -> None:
    """What types alone do not say."""
    numbers = [("points", value) for table in (
        policy.points, *(own.points for own in policy.task.values()))
        for value in table.values()]
    numbers += [("weight", own.weight) for own in policy.task.values()]
    numbers += [("shrink_seconds", policy.shrink_seconds)]
    late = policy.late
    if late is not None:
        numbers += [(name, getattr(late, name)) for name in (
            "grace_minutes", "percent_per_day", "most_percent")]
        if late.due.tzinfo is None:
            raise where.error("`due` needs a time zone, as in "
                              "2026-12-01T23:59:00+01:00", "due")
        if late.most_percent > 100:
            raise where.error("`most_percent` is at most 100",
                              "most_percent")
    for name, value in numbers:
        if not 0 <= value < 1e6:
            raise where.error(f"`{name}` must be a number from 0 to a "
                              f"million, not {value}", name)
