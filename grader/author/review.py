"""What a student would read for each known mistake, in one file to read.

    python -m grader.author.review OUT.md [TASK ...]

For instructors: each `mistake_*` of each task is judged like a student's
program, and each wrong choice too. A person reads the whole file: every
entry must name the problem in words that a first-year student knows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import msgspec

from grader.cases import Plan
from grader.checkfile import CheckFile, hint_of
from grader.choices import judge_choice
from grader.course import Course
from grader.explain import (call_text, clean, difference_text,
                            expected_text, got_text)
from grader.figures.critic import Critic
from grader.figures.judging import judge_figure
from grader.figures.sketches import Sketches
from grader.judge import judge
from grader.mistakes import run_cases
from grader.model import GraderError, Limits, UsageError, Verdict
from grader.report.json import write_whole
from grader.sandbox import AnySandbox, open_sandbox

SEED = 1
USAGE = "Write: python -m grader.author.review OUT.md [TASK ...]"


class Entry(msgspec.Struct, frozen=True):
    """One mistake as its student would see it.

    name: the mistake's name in the check file, or the chosen number
    wanted: the hint that belongs to it
    verdicts: the checks that it loses
    """

    file: CheckFile
    name: str
    wanted: str
    verdicts: tuple[Verdict, ...]

    @property
    def shown(self) -> Verdict | None:
        """The verdict that a terminal shows: the one with the least text."""
        with_case = [verdict for verdict in self.verdicts
                     if verdict.case is not None]
        if not with_case:
            return self.verdicts[0] if self.verdicts else None
        return min(with_case, key=lambda verdict: len(
            call_text(self.file.entry, verdict.case))
            if verdict.case else 0)


def entries(course: Course, sandbox: AnySandbox) -> Iterator[Entry]:
    """Every mistake of every task of the course."""
    for file in course.files:
        plan = course.plan(file, SEED, False)
        if file.choice is not None:
            yield from _choices(plan)
        elif file.figure is not None:
            yield from _figures(plan, sandbox)
        else:
            for name, program in file.mistakes.items():
                yield Entry(file, name, hint_of(program),
                            _lost(judge(plan, run_cases(plan, program))))


def _lost(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    return tuple(verdict for verdict in verdicts
                 if verdict.status != "passed")


def _choices(plan: Plan) -> Iterator[Entry]:
    choice = plan.file.choice
    assert choice is not None
    for number, hint in choice.hints.items():
        yield Entry(plan.file, f"option {number}", hint, (judge_choice(
            choice, plan.checks[0], number.encode()),))


def _figures(plan: Plan, sandbox: AnySandbox) -> Iterator[Entry]:
    """Each mistake is drawn behind the walls, as a student's file is."""
    file, sketches = plan.file, Sketches()
    for _ in Critic(sketches, sandbox).run([], [file]):
        pass                            # draws the oracle
    for name, program in file.mistakes.items():
        order = Sketches().orders([file], [name])[0]
        run = next(run for _, run in sandbox.run([order.job]))
        judgement = judge_figure(
            plan, run.outcomes[0], sketches.oracle(file),
            lambda: sketches.mistakes(file, sandbox))
        yield Entry(file, name, hint_of(program), _lost(judgement.verdicts))


def entry_text(entry: Entry) -> str:
    """One entry of the file: call, expected, got, difference, hint."""
    verdict = entry.shown
    lines = [f"### {entry.name}", "", f"    {entry.wanted}", ""]
    if verdict is None:
        return "\n".join([*lines, "NOT CAUGHT", ""])
    script = entry.file.kind in ("script", "figure")
    if verdict.case is not None and verdict.outcome is not None:
        lines += [f"    {clean(call_text(entry.file.entry, verdict.case))}",
                  f"    expected: {expected_text(verdict, script)}",
                  f"    got:      {got_text(verdict, script)}"]
    told = difference_text(verdict)
    if told not in lines[-1]:           # as a report does
        lines.append(f"    {told}")
    hints = dict.fromkeys(other.hint for other in entry.verdicts)
    lines += [f"    hint: {hint}" for hint in hints
              if hint and hint != entry.wanted]
    if entry.wanted not in hints:
        lines.append("    ITS OWN HINT IS NOT SHOWN")
    lost = ", ".join(f'"{other.check.title}"' for other in entry.verdicts)
    return "\n".join([*lines, f"    lost: {clean(lost, 300)}", ""])


def review(course: Course, sandbox: AnySandbox) -> str:
    """The whole file."""
    texts, task, count = [], "", 0
    for entry in entries(course, sandbox):
        if entry.file.id != task:
            task = entry.file.id
            texts.append(f"## {task}: {entry.file.title}\n")
        texts.append(entry_text(entry))
        count += 1
    head = (f"# What students read\n\n{count} mistakes of "
            f"{len(course.files)} tasks, seed {SEED}.\n")
    return "\n".join([head, *texts])


def main(words: Sequence[str]) -> int:
    """Write the file; returns the exit status."""
    if not words or words[0].startswith("-"):
        sys.stderr.write(USAGE + "\n")
        return 2
    try:
        course = Course(tuple(words[1:]))
        with open_sandbox(Limits()) as sandbox:
            text = review(course, sandbox)
        write_whole(words[0], text.encode())
    except (GraderError, UsageError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2 if isinstance(error, UsageError) else 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
