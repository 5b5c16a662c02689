"""One submission from its folder to its result; the way of the data.

    discover -> plan -> sandbox -> judge -> style, rules -> score

Any trouble of ours with one task becomes that task's grader error and costs
nothing; the other tasks go on.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import msgspec

from grader.cases import Plan
from grader.choices import judge_choice
from grader.course import Course
from grader.discover import discover
from grader.examples import only_examples
from grader.faults import own_fault
from grader.figures.critic import Critic
from grader.forms import (NO_FORMS, Reading, broken_task_rule, check_forms,
                          read_task)
from grader.jobs import JOB_KINDS as JOB_KINDS
from grader.jobs import job_for
from grader.judge import judge, judge_unrun
from grader.model import (Finding, GraderError, Limits, Outcome,
                          TaskFile, TaskStatus, Verdict)
from grader.keeping import figure_to_keep, run_to_keep, verdict_to_keep
from grader.neighbours import seed_of
from grader.pace import judge_pace, with_pace
from grader.questions import script_calls
from grader.sandbox import AnySandbox, Run, wire
from grader.results import Result as Result
from grader.results import TaskResult as TaskResult
from grader.score import score_missing, score_task
from grader.second_look import look_again
from grader.steady import is_steady
from grader.unwritten import unwritten


NO_JOB = wire.Job("function", "", b"", "", {}, (), (), Limits())


class Question(msgspec.Struct, frozen=True):
    """One task on its way through the sandbox."""

    plan: Plan
    task: TaskFile
    reading: Reading
    job: wire.Job
    missing_given: dict[int, str] = {}


def grade(path: str, course: Course, sandbox: AnySandbox,
          seed: int | None = None, only_visible: bool = False) -> Result:
    """Grade one submission; raises UsageError if there is no such path."""
    started, clock = time.time(), time.monotonic()
    submission = discover(path, course.wanted())
    seed = course.seed_for(seed)
    looked_at = [task for task in submission.tasks if task.path]
    results = grade_tasks(looked_at, course, sandbox, seed, only_visible)
    return Result(submission, tuple(results[task.id] for task in looked_at),
                  tuple(course.broken.values()),
                  course.left_out + len(submission.tasks) - len(looked_at),
                  sandbox.isolation, seed, only_visible, started,
                  time.monotonic() - clock)


def grade_tasks(tasks: Sequence[TaskFile], course: Course,
                sandbox: AnySandbox, seed: int, only_visible: bool
                ) -> dict[str, TaskResult]:
    """Task id -> result; `seed_of` says what the seed means."""
    return {result.task.id: result for result in graded_tasks(
        tasks, course, sandbox, seed, only_visible)}


def graded_tasks(tasks: Sequence[TaskFile], course: Course,
                 sandbox: AnySandbox, seed: int, only_visible: bool
                 ) -> Iterator[TaskResult]:
    """The results, each as soon as it is there.

    A result comes once more where a smaller case was found to show.
    """
    questions: list[Question] = []
    files = {file.id: file for file in course.files}
    seeds = {task.id: seed_of(task, seed) for task in tasks}
    for task in tasks:
        file = files[task.id]
        try:
            asked = _question(course.plan(file, seeds[task.id],
                                          only_visible), task)
        except Exception as error:
            asked = TaskResult(file, task, "grader_error",
                               error=own_fault(error))
        if isinstance(asked, Question):
            questions.append(asked)
        else:
            yield msgspec.structs.replace(asked, seed=seeds[task.id])
    critic = Critic(course.sketches, sandbox)
    failed: list[TaskResult] = []
    for index, run in critic.run([question.job for question in questions],
                                 [question.plan.file
                                  for question in questions]):
        result = finish(questions[index], run, critic)
        result = msgspec.structs.replace(result, seed=seeds[result.task.id])
        if result.status in ("failed", "refused"):
            failed.append(result)
        yield result
    if failed:
        from grader.shrinking.small_cases import effort_of, small_cases
        yield from small_cases(failed, course, sandbox, only_visible,
                               effort_of(course.policy.shrink_seconds))


def _question(plan: Plan, task: TaskFile) -> Question | TaskResult:
    """A question for the sandbox, or the result where none is needed."""
    file = plan.file
    if task.source is None:
        return TaskResult(file, task, "missing",
                          parts=score_missing(file.points), steady=True)
    if file.choice is not None:
        return _chosen(plan, task)
    reading = read_task(file, task)
    problem = reading.parsed.problem
    broken = broken_task_rule(file, reading)
    if problem is not None:
        return _unrun(plan, task, reading, judge_unrun(
            plan, "failed", problem))
    if broken is not None:
        return _unrun(plan, task, reading, judge_unrun(
            plan, "refused", broken))
    calls = plan.calls
    missing: dict[int, str] = {}
    if file.kind == "script":
        calls, missing = script_calls(plan, task.source.data)
    return Question(plan, task, reading, job_for(
        file, task, calls, reading.parsed.tree), missing)


def _chosen(plan: Plan, task: TaskFile) -> TaskResult:
    """A choice needs no sandbox, and its form is not asked for."""
    assert task.source is not None and plan.file.choice is not None
    verdict = judge_choice(plan.file.choice, plan.checks[0],
                           task.source.data)
    parts = score_task(plan.file.points, (verdict,), NO_FORMS)
    status: TaskStatus = ("later" if verdict.status == "not_run" else
                          "passed" if verdict.status == "passed"
                          else "failed")
    return TaskResult(plan.file, task, status, (verdict,),
                      unwritten(plan.file, None, task.source.data), parts,
                      steady=True)


def _unrun(plan: Plan, task: TaskFile, reading: Reading,
           verdicts: tuple[Verdict, ...]) -> TaskResult:
    return _result(Question(plan, task, reading, NO_JOB), verdicts, None)


def finish(question: Question, run: Run, critic: Critic) -> TaskResult:
    """Outcomes -> the task's result."""
    plan, task = question.plan, question.task
    outcomes: Sequence[Outcome] = run.outcomes
    if question.missing_given:
        outcomes = [Outcome("refused", error="given", text=text)
                    if (text := question.missing_given.get(index))
                    else outcome for index, outcome in enumerate(outcomes)]
    try:
        if run.fault:
            raise GraderError(run.fault)
        if plan.file.figure is not None:
            return _figure_result(question, run, critic)
        paced = outcomes[-1] if plan.file.pace else None
        verdicts = judge(plan, outcomes[:-1] if paced else outcomes)
    except Exception as error:
        return TaskResult(plan.file, task, "grader_error", run=run,
                          error=own_fault(error))
    return _result(question, verdicts, run, paced=paced)


def _figure_result(question: Question, run: Run,
                   critic: Critic) -> TaskResult:
    """The result with both figures, where they differ."""
    judgement = critic.judge(question.plan, run.outcomes[0])
    result = _result(question, judgement.verdicts, run, judgement.remarks)
    if all(verdict.status == "passed" for verdict in judgement.verdicts):
        return result
    return msgspec.structs.replace(
        result, wanted=figure_to_keep(critic.wanted(question.plan)),
        drawn=figure_to_keep(judgement.drawn))


def _result(question: Question, verdicts: tuple[Verdict, ...],
            run: Run | None, remarks: tuple[Finding, ...] = (),
            paced: Outcome | None = None) -> TaskResult:
    plan, task = question.plan, question.task
    parsed = question.reading.parsed
    results = check_forms(plan.file, task, question.reading)
    if paced is not None and all(verdict.status == "passed"
                                 for verdict in verdicts):
        results["rules"] = with_pace(results["rules"],
                                     judge_pace(plan, paced))
    parts = score_task(plan.file.points, verdicts, results)
    findings = (remarks + parsed.remarks + _remarks(run)
                + only_examples(plan.file, verdicts))
    if task.source is not None and not any(
            verdict.status == "passed" for verdict in verdicts):
        findings += unwritten(plan.file, parsed.tree, task.source.data)
    if parsed.problem is not None:
        # A file that is no Python has no style worth talking about.
        findings += (parsed.problem,)
    else:
        findings += tuple(finding for form in results.values()
                          for finding in form.findings)
    full = all(part.points == part.max_points for part in parts.values())
    refused = any(verdict.status == "refused" for verdict in verdicts)
    passed = any(verdict.status == "passed" for verdict in verdicts)
    status: TaskStatus = ("passed" if full else "refused"
                          if refused and not passed else "failed")
    return TaskResult(plan.file, task, status,
                      tuple(map(verdict_to_keep, look_again(
                          plan, parsed.tree, verdicts,
                          run.loaded if run else None))), findings, parts,
                      run_to_keep(run) if run else None,
                      seconds=run.seconds if run else 0.0,
                      steady=is_steady(run, findings))


def _remarks(run: Run | None) -> tuple[Finding, ...]:
    """Lost library names that were restored: told, never charged."""
    if run is None:
        return ()
    notes = dict.fromkeys(note for outcome in (run.loaded, *run.outcomes)
                          for note in outcome.notes)
    return tuple(Finding("output", "old-name", note, remark=True)
                 for note in notes)
