"""What `grader explain` shows: the task, its last finding, the hints.

Lines of 79 columns, readable without colour. The page fits a terminal of 24
lines unless all hints are asked for.
"""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from grader.checkfile import CheckFile
from grader.explaining.lesson import Lesson, asked
from grader.explaining.steps import Step, Trouble
from grader.report.details import (INDENT, WIDTH, Line, case_lines, details,
                                   number, with_command, wrapped)
from grader.report.schema import TaskInfo
from grader.report.visible import KEY, score_words
from grader.rule_names import parse_rule

MOST_ASKED = 3
HEIGHT = 24
MOST_OF_CASE = 40
MOST_OF_CALL = 6        # when the whole case was shown before
LEAST_OF_FINDING = 4
FRAME = 5               # empty lines, a heading, and a command below
MARGIN = "  "
RULES = {"no-imports": "no import", "no-loops": "no loop",
         "no-conditions": "no condition", "no-try": "no `try`"}
COLOURS = {"passed": "green", "failed": "red", "missing": "yellow",
           "refused": "red", "later": "cyan", "grader_error": "magenta"}


class Page(msgspec.Struct, frozen=True):
    """All that a page may show.

    steps: every hint that there is
    shown: which of them are shown, from 0
    command: the words that ask for the next hint
    in_full: the command that shows all of the result
    """

    file: CheckFile
    task: TaskInfo
    lesson: Lesson | None
    trouble: Trouble | None
    steps: Sequence[Step] = ()
    shown: Sequence[int] = ()
    command: str = ""
    in_full: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the result was shown with the hint before."""
        return bool(self.steps) and (not self.shown or self.shown[0] > 0)


def page_lines(page: Page) -> Iterator[Line]:
    """The lines from top to bottom."""
    head = list(_head(page))[:1 if page.goes_on else None]
    yield from head
    if page.trouble is None:
        yield from _all_right(page)
        return
    many = len(page.steps)
    end = [line for place in page.shown for line in _step(
        f"Hint {place + 1} of {many}: ", page.steps[place])]
    end += _next(page)
    # The hint is what was asked for: the result gets what room is left.
    room = HEIGHT - len(head) - len(end) - FRAME
    if page.goes_on:
        yield from _reminder(page)
    else:
        yield "", ""
        yield from _finding(page, max(room, LEAST_OF_FINDING))
    yield "", ""
    yield from end


def _head(page: Page) -> Iterator[Line]:
    task = page.task
    score = (score_words(task) if KEY in task.extra
             or task.status == "grader_error" else
             f"{number(task.points)} of {number(task.max_points)} points")
    yield (f"{task.id:<{WIDTH - len(score) - 1}} {score}".rstrip(),
           COLOURS[task.status])
    texts = asked(page.lesson) or [f"{page.file.title}."]
    lines = [line for text in texts for line in _filled(text)]
    for line in lines[:MOST_ASKED]:
        yield MARGIN + line, ""
    for line in _filled(f"Rules: {rules_text(page.file)}."):
        yield MARGIN + line, ""
    if page.lesson is not None and page.lesson.task is not None:
        for line in _filled(f"The whole text: {page.lesson.path}, line "
                            f"{page.lesson.task.line}"):
            yield MARGIN + line, ""


def rules_text(file: CheckFile) -> str:
    """The rules of a task in words."""
    words = []
    for text in file.rules:
        rule = parse_rule(text)
        if rule.kind == "never" and "no imports" in file.rules:
            continue            # said already
        if rule.kind == "imports":
            words.append(f"import nothing but {_listed(rule.names)}")
        elif rule.kind == "never":
            words.append(f"no `{rule.names[0]}`")
        else:
            words.append(RULES.get(rule.kind, text))
    if file.docs:
        words.append("a docstring for the file and all in it")
    if file.kind != "choice":
        words.append("lines of 79 letters at most")
    return "; ".join(words) or "one number and nothing else"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1])
                        if part)


def _all_right(page: Page) -> Iterator[Line]:
    yield "", ""
    if page.task.status == "grader_error":
        yield "There is nothing to explain: this one is our fault.", ""
        return
    if page.task.status == "later":
        yield "Your choice is judged at grading; until then nobody tells.", ""
        return
    yield ("All visible checks pass" if KEY in page.task.extra else
           "All points are there") + ": nothing is left to explain.", ""


def _finding(page: Page, most: int) -> Iterator[Line]:
    """What the report says of the trouble, without its hints.

    The case that is explained is shown in full; most: lines with all else
    """
    task, trouble = page.task, page.trouble
    if task.status == "missing" or trouble is None:
        yield from ((line, "") for line in _filled(task.stop))
        return
    # As in the report: the case, then the names of the other checks.
    lines = _lines(details(_bare(task, trouble),
                           command=lambda: page.in_full))
    case = len(_case(trouble))
    yield "The last result:", ""
    yield from _first(lines, max(min(case, MOST_OF_CASE), most), page)


def _bare(task: TaskInfo, trouble: Trouble) -> TaskInfo:
    """The task with the one trouble only, and without hints."""
    bare = msgspec.structs.replace
    if trouble.check is not None:
        return bare(task, findings=[], checks=[
            bare(check, hint="") for check in task.checks])
    return bare(task, checks=[], parts={}, findings=[
        bare(trouble.finding, hint="")] if trouble.finding else [])


def _reminder(page: Page) -> Iterator[Line]:
    """The call that is explained; what came of it was shown before."""
    trouble = page.trouble
    if trouble is None or page.task.status == "missing":
        return
    if trouble.check is None:
        lines = _lines(details(_bare(page.task, trouble)))
    else:
        said = trouble.check.call or trouble.check.difference
        lines = _lines(line for text in said.splitlines()
                       for line in wrapped(text))
    yield from _first(lines, MOST_OF_CALL, page)


def _case(trouble: Trouble) -> list[str]:
    check = trouble.check
    return _lines(case_lines(check)) if check and check.got else []


def _lines(found: Iterable[Line]) -> list[str]:
    """Lines of the report below this margin, none of them too wide."""
    lines = []
    for text, _ in found:
        text = text.removeprefix(INDENT)
        is_command = text.lstrip().startswith("python3 grader ")
        step = len(text) if is_command else WIDTH - len(MARGIN)
        lines += [MARGIN + text[start:start + step]
                  for start in range(0, len(text) or 1, step or 1)]
    return lines


def _first(lines: list[str], most: int, page: Page) -> Iterator[Line]:
    """So many lines, and the command that shows the others."""
    left_out = len(lines) - most
    if left_out <= 2:           # the command takes as much room
        most = len(lines)
    yield from ((line, "") for line in lines[:most])
    if most < len(lines):
        yield from with_command(f"{MARGIN}... {left_out} more lines",
                                page.in_full)


def _step(head: str, texts: Step) -> Iterator[Line]:
    first, *rest = texts
    for line in _filled(head + first, WIDTH):
        yield line, ""
    for text in rest:
        hanging = "  " if text.startswith("- ") else ""
        for line in textwrap.wrap(text, WIDTH - len(MARGIN),
                                  initial_indent=MARGIN,
                                  subsequent_indent=MARGIN + hanging,
                                  break_on_hyphens=False):
            yield line, ""


def _next(page: Page) -> Iterator[Line]:
    """The command for what comes next, alone on its line."""
    many = len(page.steps)
    if len(page.shown) > 1:
        yield f"These are all {many} hints.", ""
    elif not page.shown:
        yield (f"You have seen all {many} hints for this result. One by one "
               f"again, or all of them:"), ""
        yield f"  {page.command} --from-start", ""
        yield f"  {page.command} --all", ""
    elif page.shown[0] + 1 < many:
        yield "For the next hint type", ""
        yield f"  {page.command}", ""
    else:
        yield "That was the last hint. See all of them with", ""
        yield f"  {page.command} --all", ""


def _filled(text: str, width: int = WIDTH - len(MARGIN)) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False,
                         subsequent_indent="") or [""]


def command_of(words: Sequence[str]) -> str:
    """The command that a user can type again."""
    return shlex.join(["python3", "grader", "explain", *words])
