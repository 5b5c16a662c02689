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
    """Which grader made the report.

    version: as `grader --version` shows it
    """

    version: str


class IsolationInfo(Record, frozen=True):
    """What protected the run, as proven by a probe before it.

    level: "full": all walls; "limits": limits of time and memory only;
        "process": not even those; see security.md
    landlock: version of the kernel's file protection; 0: there is none
    seccomp: whether the kernel refuses system calls that no task needs
    rlimits: whether memory, files and processor time have limits
    preflight: "passed", or what the probe before the run has found
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
    """Whose work was graded.

    path: the folder or file that was given
    digest: SHA-256 over all that was graded
    layout: "course", "older", "folder" or "file": how it was laid out
    remarks: what a reader should know of the folder; costs nothing
    """

    path: str
    digest: str
    layout: str
    remarks: list[str]


class PartInfo(Record, frozen=True):
    """Points of one part of a task.

    points, max_points: what was earned, and the most there is
    """

    points: Points
    max_points: Points


class CheckInfo(Record, frozen=True):
    """One judged item and, if it failed, the smallest case that shows it.

    The texts are empty where the check passed, and where the policy keeps
    them back.

    name: short, and the same in each report
    title: what is asked, in words
    visibility: a hidden check is not in the student edition
    status: "refused": a rule or a limit stopped it; "not_run": something
        before it did
    points, max_points: its share of the points of the output
    call: the case as text that can be pasted
    expected: what the task demands
    got: what the student's code gave; entries that differ stand in `> <`
    difference: the first place that differs, as a sentence
    hint: what to do about it; where the check passed, a remark
    stdout: what the student's code has printed, cut
    seconds: what its calls took together
    """

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
    """One thing to tell the student.

    part: the part of the task that it belongs to
    code: a short, stable name, as `E501` or `no-imports`
    text: what was seen; below it, the line of the student's file
    hint: what to do about it
    line, column: where it stands, from 1 on; 0: no place in the file
    points_lost: its share of what the part has lost; 0: a remark
    """

    part: Literal["output", "rules", "style", "docs"]
    code: str
    text: str
    hint: str
    line: int
    column: int
    points_lost: Points


class TaskInfo(Record, frozen=True):
    """The result of one task.

    id: topic and task, `<topic>/<number>-<words>`
    title: what the task is about, in words
    file: where it was looked for, below the submission
    digest: SHA-256 of the file; empty if there is none
    status: "passed": all points; "failed": some or all are lost; "missing":
        no such file; "refused": a rule or a limit stopped all of it;
        "later": only the course can judge it; "grader_error": our fault
    points, max_points: what was earned, and the most there is
    seconds: what its run took
    parts: points by part: "output", "rules", "style", "docs"
    checks: its judged items
    findings: what there is to tell besides
    stop: why nothing could run, if so
    stdout: what the file printed while it was loaded, cut
    seed: where its hidden inputs came from; `--seed` with it asks the same
    cached: nothing it depends on has changed, so an earlier result is shown
    extra: additions; see "In the student edition"
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

    A task with status "grader_error" is our fault: it is left out of points
    and max_points, and named in grader_errors.

    version: of this form
    grader: which grader made it
    started: when, ISO 8601 with its zone
    seconds: how long it took
    seed: as given with `--seed`; 0 when each task has its own
    only_visible: whether the hidden checks were left out
    isolation: what protected the run
    submission: whose work it is
    points, max_points: sums of the tasks; being late takes from the first
    grader_errors: what went wrong with the grader itself, one sentence each
    not_looked_at: what the points do not speak of
    tasks: one result for each task in scope, in the order of the course
    late: what being late cost; null: nothing
    extra: additions; see "In the student edition"
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
