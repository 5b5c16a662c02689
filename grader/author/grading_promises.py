"""The solution earns all, a stub earns nothing, two runs are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from grader.author.agreement.texts import Texts
from grader.cases import Plan
from grader.explain import (call_text, difference_text, expected_text,
                            got_text)
from grader.grading import TaskResult
from grader.jobs import job_for
from grader.model import Outcome, TaskFile, Verdict
from grader.questions import script_calls
from grader.sandbox import AnySandbox, wire
from grader.score import total


def broken_reference(task: TaskResult | None,
                     texts: Texts) -> Iterator[str]:
    """The reference solution must earn every point."""
    # A file of a near name may have been graded in its place.
    if task is None or task.status == "missing" or texts.task is None:
        yield (f"{texts.task_name}: there is no task file. Write your own "
               f"solution there; students get a stub of it.")
        return
    if task.status == "grader_error":
        yield task.error
        return
    lost = [part for part, score in task.parts.items()
            if score.points < score.max_points]
    if lost and texts.file.choice is not None and texts.task is not None:
        yield (f"{texts.task_name}:1: the file holds "
               f"{texts.task.text.strip() or 'nothing'}, ANSWER in "
               f"{texts.defined('ANSWER')} is {texts.file.choice.answer}. "
               f"Correct the wrong one.")
    elif lost:
        yield (f"{_place(task, texts)}: the solution loses points for "
               f"{', '.join(lost)}: {_first(task)}. Correct it; `python3 "
               f"grader --task {texts.name} -v` shows all.")


def _place(task: TaskResult, texts: Texts) -> str:
    """Where the solution begins, or the line of the first finding."""
    lines = [finding.line for finding in task.findings
             if finding.line and not finding.remark]
    if all(verdict.status == "passed" for verdict in task.verdicts) and lines:
        return f"{texts.task_name}:{lines[0]}"
    if texts.task is not None and texts.file.entry:
        return texts.task.find(f" {texts.file.entry}")
    return f"{texts.task_name}:1"


def _first(task: TaskResult) -> str:
    """The first thing that is wrong, in one sentence without its stop."""
    for verdict in task.verdicts:
        if verdict.status != "passed":
            return _lost(task, verdict)
    texts = [finding.text for finding in task.findings if not finding.remark]
    return texts[0].rstrip(".") if texts else "no reason was given"


def _lost(task: TaskResult, verdict: Verdict) -> str:
    file, script = task.file, task.file.kind in ("script", "figure")
    if verdict.case is None or verdict.outcome is None:
        text = difference_text(verdict) or f"\"{verdict.check.title}\""
        return text.rstrip(".")
    call = " ".join(call_text(file.entry, verdict.case).split())
    expected = " ".join(expected_text(verdict, script, file).split())
    got = " ".join(got_text(verdict, script, file).split())
    return f"`{call}` must give `{expected}`, it gives `{got}`"


def broken_stub(task: TaskResult | None, texts: Texts) -> Iterator[str]:
    """A stub must earn nothing."""
    if task is None or not task.parts:
        return
    points = total(list(task.parts.values())).points
    if points > 0:
        passed = [verdict.check.title for verdict in task.verdicts
                  if verdict.status == "passed"]
        yield (f"{texts.defined('EXAMPLES')}: an empty stub earns "
               f"{float(points):.2f} points"
               + (f" with \"{passed[0]}\"" if passed else "")
               + ". Let that check have a call whose answer is not None, or "
                 "add an example that an empty answer cannot pass.")


def runs_twice(asked: Sequence[tuple[Plan, TaskFile]],
               sandbox: AnySandbox) -> set[str]:
    """The tasks whose reference answers otherwise when it is asked again."""
    found: dict[str, str] = {}
    changed: set[str] = set()
    ready = [(plan, task) for plan, task in asked
             if task.source is not None and plan.file.choice is None]
    jobs = [_job(plan, task) for plan, task in ready] * 2
    for place, run in sandbox.run(jobs):
        name = ready[place % len(ready)][1].id
        seen = _digest(run.outcomes)
        if found.setdefault(name, seen) != seen:
            changed.add(name)
    return changed


def _job(plan: Plan, task: TaskFile) -> wire.Job:
    assert task.source is not None
    calls = plan.calls
    if plan.file.kind == "script":
        calls, _ = script_calls(plan, task.source.data)
    return job_for(plan.file, task,
                   calls[:-1] if plan.file.pace else calls)


def _digest(outcomes: Sequence[Outcome]) -> str:
    seen = hashlib.sha256()
    for one in outcomes:
        seen.update(repr((one.state, one.raw, one.error, one.text,
                          one.stdout, sorted(one.changed))).encode())
    return seen.hexdigest()


def broken_runs(texts: Texts, changed: set[str]) -> Iterator[str]:
    """The sentence for a reference that is not steady."""
    if texts.file.id in changed:
        yield (f"{texts.task_name}:1: two runs of the solution with the same "
               f"inputs gave different answers. Remove what depends on "
               f"chance, time or memory addresses; set a seed first where "
               f"the task wants random numbers.")
