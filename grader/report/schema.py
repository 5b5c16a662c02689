"""The report of one submission: plain records, published as JSON schema.

Only JSON values stand here: texts without control characters, finite
numbers, lists, booleans. `schemas/report-1.json` is made from these records.
The schema is closed; `extra` is the one place for additions.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

Points = Annotated[float, msgspec.Meta(
    ge=0, description="points, rounded to two decimals")]
Seconds = Annotated[float, msgspec.Meta(
    ge=0, description="wall-clock seconds")]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A closed record: unknown fields are refused."""


class GraderInfo(Record, frozen=True):
    """Which grader made the report."""

    version: str


class IsolationInfo(Record, frozen=True):
    """What protected the run, as proven by a probe before it.

    why: what could not be had, each with its reason
    namespaces: "user", "net", "pid" ...; more walls behind those of the level
    """

    level: Literal["full", "limits", "process"]
    landlock: int
    seccomp: bool
    rlimits: bool
    preflight: str
    why: list[str]
    namespaces: list[str] = []


class SubmissionInfo(Record, frozen=True):
    """Whose work was graded: folder, digest of the graded bytes, layout."""

    path: str
    digest: str
    layout: str
    remarks: list[str]


class PartInfo(Record, frozen=True):
    """Points of one part of a task."""

    points: Points
    max_points: Points


class CheckInfo(Record, frozen=True):
    """One judged item and, if it failed, the smallest case that shows it."""

    name: str
    title: str
    visibility: Literal["visible", "hidden"]
    status: Literal["passed", "failed", "refused", "not_run"]
    points: Points
    max_points: Points
    call: str = ""
    expected: str = ""
    got: str = ""
    difference: str = ""
    hint: str = ""
    stdout: str = ""
    seconds: Seconds = 0.0


class FindingInfo(Record, frozen=True):
    """One thing to tell the student; line 0 means no place in the file."""

    part: Literal["output", "rules", "style", "docs"]
    code: str
    text: str
    hint: str
    line: int
    column: int
    points_lost: Points


class TaskInfo(Record, frozen=True):
    """The result of one task.

    seed: where its hidden inputs came from; `--seed` with it asks the same
    cached: nothing it depends on has changed, so an earlier result is shown
    status "later": only the course can judge it; in the student edition
    """

    id: str
    title: str
    file: str
    digest: str
    status: Literal["passed", "failed", "missing", "refused", "later",
                    "grader_error"]
    points: Points
    max_points: Points
    seconds: Seconds
    parts: dict[str, PartInfo]
    checks: list[CheckInfo]
    findings: list[FindingInfo]
    stop: str = ""
    stdout: str = ""
    seed: int = 0
    cached: bool = False
    extra: dict[str, Any] = {}


class LateInfo(Record, frozen=True):
    """What being late cost, by the rule of the course's policy.

    due, submitted: times with their zones, ISO 8601
    days: days that had begun since the deadline
    percent: what was taken from the points that were earned
    points_before: the points as they were earned
    """

    due: str
    submitted: str
    days: int
    percent: Annotated[float, msgspec.Meta(ge=0, le=100)]
    points_before: Points


class Report(Record, frozen=True):
    """The result of one submission.

    points: the sum of the tasks, less what being late costs
    seed: as given with `--seed`; 0 when each task has its own
    A task with status "grader_error" is our fault: it is left out of points
    and max_points, and named in grader_errors.
    """

    version: Literal[1]
    grader: GraderInfo
    started: str
    seconds: Seconds
    seed: int
    only_visible: bool
    isolation: IsolationInfo
    submission: SubmissionInfo
    points: Points
    max_points: Points
    grader_errors: list[str]
    not_looked_at: list[str]
    tasks: list[TaskInfo]
    late: LateInfo | None = None
    extra: dict[str, Any] = {}


def schema() -> dict[str, Any]:
    """The JSON schema of a report, version 1."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "report-1.json", "title": "Report of one submission",
            **msgspec.json.schema(Report)}
