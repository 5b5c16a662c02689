"""The last finding of a task, and the hints to it, one after the other.

First what is wrong, then where to read, then an example worked out. Only the
report, the lesson and the visible examples are looked at: what a step says
can never be the answer.
"""

from __future__ import annotations

import os
import shlex

import msgspec

from grader.checkfile import CheckFile
from grader.explain import clean
from grader.explaining.lesson import Lesson, Part
from grader.explaining.worked import best_worked
from grader.report.schema import CheckInfo, FindingInfo, TaskInfo
from grader.report.details import shown_checks
from grader.show import show

MOST_VALUE = 150
BY_HAND = ("Work this call out with pencil and paper. At which step does "
           "your program get another value? Print it there.")
OWN_VALUES = ("Try it with small values of your own: one, none, unequal "
              "ones. Compare each result with the task, point by point.")
READ_TASK = "Read the sentence again, and then the line of your file."
Step = tuple[str, ...]


class Trouble(msgspec.Struct, frozen=True):
    """The one thing that is explained; at most one of the two is there.

    check: the check whose case is shown
    finding: what was found in the text of the file
    """

    check: CheckInfo | None = None
    finding: FindingInfo | None = None

    def about(self, task: TaskInfo) -> str:
        """A text that is another one when file or finding is another."""
        check, finding = self.check, self.finding
        return "\n".join((
            task.digest, task.status, task.stop,
            f"{check.name} {check.call} {check.got} {check.hint}"
            if check else "",
            f"{finding.code} {finding.line}" if finding else ""))


def trouble_of(task: TaskInfo) -> Trouble | None:
    """What to explain first; None when all points are there."""
    if task.status in ("passed", "later", "grader_error"):
        return None
    told = sorted((finding for finding in task.findings
                   if finding.points_lost),
                  key=lambda finding: finding.part != "output")
    if told and told[0].part == "output":
        return Trouble(finding=told[0])
    lost = [check for check in task.checks if check.status != "passed"]
    if lost:
        return Trouble(check=(shown_checks(lost) or lost)[0])
    return Trouble(finding=told[0]) if told else Trouble()


def hints_of(file: CheckFile, task: TaskInfo, trouble: Trouble,
             lesson: Lesson | None) -> list[Step]:
    """All hints, in the order in which they are given."""
    about_form = (trouble.finding is not None
                  and trouble.finding.part != "output")
    steps: list[Step] = [(_first(file, task, trouble),)]
    if trouble.finding is not None and not about_form:
        return [*steps, (f"Type `python3 {shlex.quote(task.file)}`. Python "
                         f"names the line too, and a `^` stands where it "
                         f"stopped. Nothing is graded until it runs.",)]
    steps.append(_where_to_read(file, lesson, about_form))
    if not about_form:
        steps.append(_worked(file, trouble, lesson))
    return [step for step in steps if step]


def _first(file: CheckFile, task: TaskInfo, trouble: Trouble) -> str:
    if trouble.check is not None:
        return trouble.check.hint or (
            BY_HAND if trouble.check.call else OWN_VALUES)
    if trouble.finding is not None:
        return trouble.finding.hint or READ_TASK
    name = os.path.basename(task.file)
    if not task.stop.startswith("No file"):
        return "Repair what is said above, and ask again."
    return _what_to_write(file, name)


def _what_to_write(file: CheckFile, name: str) -> str:
    if file.kind == "choice":
        return f"Make a text file `{name}` that holds one number only."
    made = {"function": f"the function `{file.entry}`",
            "figure": f"the function `{file.entry}`",
            "class": f"the class `{file.entry}`"}.get(file.kind,
                                                      "your lines")
    return (f"Make the file `{name}`. It starts with "
            f"`#!/usr/bin/env python3`; then comes {made}.")


def _where_to_read(file: CheckFile, lesson: Lesson | None,
                   about_form: bool) -> Step:
    if lesson is None or lesson.task is None:
        topic = file.id.partition("/")[0]
        return (f"Read the lesson of this task: {topic}/README.md. It is "
                f"not beside these files; get a complete copy of the "
                f"course.",)
    if about_form and lesson.files is not None:
        return (f"Read {_place(lesson, lesson.files)}: it says what every "
                f"file needs. The rules of this task stand from line "
                f"{lesson.task.line} on.",)
    texts = [f"Read {_place(lesson, part)}." for part in lesson.sections]
    traps = [str(part.trap_line) for part in lesson.sections
             if part.trap_line]
    if traps:
        many = "s" if len(traps) > 1 else ""
        texts.append(f"What often goes wrong here stands from line{many} "
                     f"{' and '.join(traps)} on.")
    texts.append(f"What the task asks for, point by point, stands from line "
                 f"{lesson.task.line} on.")
    return tuple(texts)


def _place(lesson: Lesson, part: Part) -> str:
    return f'{lesson.path}, section "{part.title}" (line {part.line})'


def _worked(file: CheckFile, trouble: Trouble,
            lesson: Lesson | None) -> Step:
    """Another example of the task, and one that the lesson works out."""
    texts = []
    other = _other_example(file, trouble)
    if other:
        texts.append(f"Another example of this task: {other}")
    worked = best_worked(lesson) if lesson is not None else None
    if worked is not None and lesson is not None:
        texts.append(f"The same idea, worked out in the lesson (line "
                     f"{worked.line}):")
        texts += worked.texts()
    if other and worked is None:
        texts.append("Work it out with pencil and paper first. Then follow "
                     "your program line by line with the same numbers.")
    return tuple(texts)


def _other_example(file: CheckFile, trouble: Trouble) -> str:
    """The shortest visible example that is not the one that failed."""
    call = trouble.check.call if trouble.check else ""
    found = []
    for text, expected in file.examples:
        if text == call or file.kind not in ("function", "class"):
            continue
        if isinstance(expected, BaseException):
            said = f"raises {type(expected).__name__}: {expected}"
        else:
            said = f"gives {show(expected, MOST_VALUE)}"
        if expected is not None and len(text) <= MOST_VALUE:
            found.append(clean(f"`{text}` {said}"))
    return min(found, key=_as_example, default="")


def _as_example(text: str) -> tuple[bool, int]:
    """Values before exceptions, then the shortest."""
    return "` raises " in text, len(text)
