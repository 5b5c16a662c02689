"""Result -> Report: rounds points, shows values, cleans every text."""

from __future__ import annotations

from fractions import Fraction

from grader import explain
from grader.grading import Result, TaskResult
from grader.lateness import Lateness
from grader.model import Finding, PartScore, Verdict
from grader.report import schema
from grader.report.assemble import Head, Scored, assemble
from grader.report.visible import with_visible_only
from grader.score import rounded, total, total_weight


def build_report(result: Result,
                 late: Lateness | None = None) -> schema.Report:
    """The report of one result; plain JSON values only."""
    return assemble(Head(
        result.submission, result.errors, result.left_out, result.isolation,
        result.seed, result.only_visible, result.started, result.seconds),
        [scored(task) for task in result.tasks], late)


def scored(task: TaskResult) -> Scored:
    """One task as reports show it, with exact points."""
    if task.file.made_checks is not None:
        # The student edition: how many points it would be, nobody knows.
        return Scored(with_visible_only(_task(task)), Fraction(0),
                      Fraction(0), task.error)
    points = total(list(task.parts.values()))
    return Scored(_task(task), points.points, points.max_points, task.error)


def _task(task: TaskResult) -> schema.TaskInfo:
    points = total(list(task.parts.values()))
    counted = task.status != "grader_error"
    source = task.task.source
    whole = total_weight(task.verdicts)
    stop = task.task.problem
    if task.run is not None and task.run.loaded.state != "value":
        loaded = task.run.loaded
        stop = f"{loaded.error}: {loaded.text}"
    return schema.TaskInfo(
        id=task.file.id, title=task.file.title,
        file=explain.clean(task.task.path),
        digest=source.digest if source else "", status=task.status,
        points=rounded(points.points) if counted else 0.0,
        max_points=rounded(points.max_points) if counted else 0.0,
        seconds=round(task.seconds, 4), seed=task.seed,
        parts={part: schema.PartInfo(rounded(score.points),
                                     rounded(score.max_points))
               for part, score in task.parts.items()},
        checks=[_check(task, verdict, whole) for verdict in task.verdicts],
        findings=[_finding(finding, task) for finding in task.findings],
        stop=explain.clean(stop, 500),
        stdout=_stdout(task))


def _stdout(task: TaskResult) -> str:
    """What the file printed while it was loaded."""
    return explain.clean(task.run.loaded.stdout, 2000) if task.run else ""


def _check(task: TaskResult, verdict: Verdict,
           whole: Fraction) -> schema.CheckInfo:
    share = _share(task, verdict, whole)
    shown = verdict.case is not None and verdict.outcome is not None
    script = task.file.kind in ("script", "figure")
    return schema.CheckInfo(
        name=verdict.check.name, title=verdict.check.title,
        visibility=verdict.check.visibility, status=verdict.status,
        points=rounded(share.points), max_points=rounded(share.max_points),
        call=explain.clean(explain.call_text(task.file.entry, verdict.case))
        if verdict.case is not None else "",
        expected=explain.expected_text(verdict, script, task.file)
        if shown else "",
        got=explain.got_text(verdict, script, task.file) if shown else "",
        difference=explain.difference_text(verdict),
        hint=verdict.hint,
        stdout=explain.clean(verdict.outcome.stdout, 500)
        if verdict.outcome is not None and not script else "",
        seconds=round(verdict.seconds, 4))


def _share(task: TaskResult, verdict: Verdict,
           whole: Fraction) -> PartScore:
    """What one check is worth; `whole`: the weight of all together."""
    most = task.file.points["output"] * verdict.check.weight / whole
    earned = most if verdict.status == "passed" else Fraction(0)
    return PartScore(earned, most)


def _finding(finding: Finding, task: TaskResult) -> schema.FindingInfo:
    """The points that a part lost are shared by its findings."""
    costly = [other for other in task.findings
              if other.part == finding.part and not other.remark]
    part = task.parts.get(finding.part)
    lost = (part.max_points - part.points) / len(costly) if (
        part and costly) else Fraction(0)
    return schema.FindingInfo(
        part=finding.part, code=finding.code,
        text=explain.clean(finding.text), hint=finding.hint,
        line=finding.line, column=finding.column,
        points_lost=0.0 if finding.remark else rounded(lost))
