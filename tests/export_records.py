"""Reports for the tests of exports: a small one, odd ones, a hostile one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from grader.report.export.command import FORMATS, ExportOptions, write_format
from grader.report.export.reading import read_report
from grader.report.json import to_json
from grader.report.schema import (CheckInfo, FindingInfo, GraderInfo,
                                  IsolationInfo, LateInfo, PartInfo, Report,
                                  SubmissionInfo, TaskInfo)
from grader.report.visible import KEY

TOPIC = "0x00-linear_algebra"
SECRETS = ("secret-call", "secret-expected", "secret-difference")
TITLE, GOT, HINT = "secret-title", "secret-got", "secret-hint"
PRINTED = "secret-printed"
# What acts somewhere: terminal, page, server, sheet, table, template ...
EVIL = ("\x1b[31mred\x1b[0m \x1b]8;;http://x\x07link \x9b2J \x00 \r\n"
        "::error::forged\n  ::set-output name=a::b\n##[error]forged\n"
        "<script>alert(1)</script> ]]> &#0; <!-- --> =cmd|' /C calc'!A0\n"
        "| cell | `tick` ```fence``` ~~~ @mention [a](javascript:b) 100%0A "
        "${{ secrets.X }} \u202e \u2028 \ufeff \uffff \U000e0041 \ud800 ")
LONG = "long " * 250_000


def check(name: str, status: str = "passed", most: float = 3.5,
          **words: Any) -> CheckInfo:
    """One check; a hidden one where `visibility` says so."""
    return CheckInfo(name, words.pop("title", name), words.pop(
        "visibility", "visible"), status, most * (status == "passed"),
        most, **words)


def hidden_failure() -> CheckInfo:
    """A failed hidden check, with each text told apart."""
    return check("hidden", "failed", 3.5, visibility="hidden",
                 title=TITLE, call=SECRETS[0], expected=SECRETS[1],
                 got=GOT, difference=SECRETS[2], hint=HINT, stdout=PRINTED)


def finding(part: str, code: str, line: int = 0, **words: Any
            ) -> FindingInfo:
    """One finding."""
    return FindingInfo(part, code, words.pop("text", f"{code} was seen."),
                       words.pop("hint", "Mend it."), line,
                       words.pop("column", 0), words.pop("lost", 0.5))


def task(name: str, checks: list[CheckInfo], *found: FindingInfo,
         form: tuple[float, float, float] = (1, 1, 1), **words: Any
         ) -> TaskInfo:
    """A task whose parts add up; 7 points for the output."""
    output = sum(one.points for one in checks)
    parts = {"output": PartInfo(round(output, 2), 7.0)}
    parts |= {part: PartInfo(points, 1.0) for part, points in zip(
        ("rules", "style", "docs"), form)}
    points = round(sum(part.points for part in parts.values()), 2)
    status = words.pop("status", "passed" if points == 10 else "failed")
    return TaskInfo(f"{TOPIC}/{name}", name, f"{TOPIC}/{name}.py", "0" * 64,
                    status, points, 10.0, 0.012, parts, checks, list(found),
                    **words)


def missing(name: str) -> TaskInfo:
    """A task without a file."""
    parts = {part: PartInfo(0, most) for part, most in (
        ("output", 7.0), ("rules", 1.0), ("style", 1.0), ("docs", 1.0))}
    path = f"{TOPIC}/{name}.py"
    return TaskInfo(f"{TOPIC}/{name}", name, path, "", "missing", 0, 10.0, 0,
                    parts, [], [], f"No file `{path}` was found.")


def trouble(name: str) -> TaskInfo:
    """A task with which the grader failed."""
    return TaskInfo(f"{TOPIC}/{name}", name, f"{TOPIC}/{name}.py", "",
                    "grader_error", 0, 0, 0, {}, [], [])


def report(*tasks: TaskInfo, **words: Any) -> Report:
    """A report whose sums are those of its tasks."""
    counted = [one for one in tasks if one.status != "grader_error"]
    return msgspec.structs.replace(Report(
        1, GraderInfo("1.0.0"), "2026-11-23T12:00:00+00:00", 1.25, 0, False,
        IsolationInfo("full", 7, True, True, "passed", []),
        SubmissionInfo("/work/sub", "f" * 64, "course", []),
        round(sum(one.points for one in counted), 2),
        round(sum(one.max_points for one in counted), 2), [], [],
        list(tasks)), **words)


def small() -> Report:
    """The report of the examples in docs/exports.md."""
    lost = check("longer lists", "failed", visibility="hidden",
                 call="add([0, 1], [2, 3])", expected="[2, 4]", got="[2, 3]",
                 difference="entry 1 is 3, not 4",
                 hint="Add the entries in the same place.")
    long = finding("style", "E501", 7, column=80, text="Line 7 is too long: "
                   "93 letters.", hint="Break it after an operator.")
    return report(
        task("2-size_me_please", [check("one row"), check("two rows")]),
        task("4-line_up", [check("add([1], [2])"), lost], long,
             form=(1, 0.5, 1)),
        missing("5-across_the_planes"), not_looked_at=["1 task not found"])


def late() -> Report:
    """The same, two days late."""
    whole = small()
    return msgspec.structs.replace(whole, points=12.8, late=LateInfo(
        "2026-11-20T00:00:00+00:00", "2026-11-21T12:00:00+00:00", 2, 20,
        whole.points))


def thirds() -> Report:
    """Three tasks of three checks: no third of 7 is a number of cents."""
    checks = [check(f"third {number}", "failed" if number == 2 else "passed",
                    2.33) for number in range(3)]
    part = PartInfo(4.67, 7.0)
    tasks = [task(f"{number}-third", checks) for number in range(3)]
    tasks = [msgspec.structs.replace(
        one, points=7.67, parts={**one.parts, "output": part})
        for one in tasks]
    return report(*tasks, points=23.0)


def secretive() -> Report:
    """Hidden texts of each kind in one task."""
    return report(task("4-line_up", [check("shown"), hidden_failure()]))


def student_edition() -> Report:
    """Where nobody knows the points; see `report/visible.py`."""
    tasks = []
    for number, status in enumerate(("passed", "failed")):
        one = task(f"{number}-visible", [
            check("shown", most=0), check("asked", status, 0)],
            status=status)
        parts = {name: part for name, part in one.parts.items()
                 if name != "output"}
        tasks.append(msgspec.structs.replace(
            one, points=0, max_points=0, parts=parts,
            extra={KEY: {"passed": 2 - number, "checks": 2}}))
    choice = msgspec.structs.replace(
        missing("2-choice"), status="later", parts={}, max_points=0,
        stop="judged at grading", extra={KEY: {"passed": 0, "checks": 0}})
    return report(*tasks, choice, extra={KEY: {"passed": 3, "checks": 4}},
                  not_looked_at=["all hidden checks"])


def hostile() -> Report:
    """Each text acts, and there are ten thousand findings."""
    bad = check("bad", "failed", title=EVIL, call=EVIL, expected=EVIL,
                got=EVIL + LONG, difference=EVIL, hint=EVIL, stdout=EVIL)
    found = [finding("style", f"E{number % 400}\n::x", 1 + number,
                     text=EVIL if number < 40 else "A blank is missing.",
                     hint=EVIL if number < 40 else "Add it.", column=3)
             for number in range(10_000)]
    one = msgspec.structs.replace(
        task("4-line_up", [check("good"), bad], *found, form=(1, 0, 1)),
        id=f"{TOPIC}/4-line\n::error::x", title=EVIL, stop=EVIL, stdout=EVIL,
        file="/../..\\C:/a\n::error::,b:c%.py", extra={"x": [EVIL]})
    return report(
        one, missing("5-\n##[error]"), extra={EVIL: EVIL},
        not_looked_at=[EVIL], grader=GraderInfo(EVIL),
        isolation=IsolationInfo("full", 7, True, True, EVIL, [EVIL]),
        submission=SubmissionInfo(EVIL, EVIL, EVIL, [EVIL]))


def with_error() -> Report:
    """One task is right, with the other one the grader failed."""
    return report(task("4-line_up", [check("one"), check("two")]),
                  trouble("5-across_the_planes"),
                  grader_errors=["5-across_the_planes: no memory left"])


def written(report: Report, format: str, **words: str) -> bytes:
    """The report in one format."""
    return write_format(report, ExportOptions(format, "", **words))


def every_format(report: Report, **words: str) -> dict[str, bytes]:
    """The report in all formats."""
    return {name: written(report, name, **words) for name in FORMATS}


def as_json(report: Report, format: str, **words: str) -> Any:
    """The report in one of the formats that are JSON."""
    return json.loads(written(report, format, **words))


def saved(report: Report, folder: Path, name: str = "report.json") -> Path:
    """The file of a report."""
    path = folder / name
    path.write_bytes(to_json(report))
    read_report(str(path))
    return path
