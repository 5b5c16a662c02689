"""What `grader explain` shows: the task, its last finding, the hints.

Lines of 79 columns, readable without colour. The page fits a terminal of 24
lines unless all hints are asked for.
"""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from grader.checkfile import CheckFile
from grader.explaining.lesson import Lesson, asked
from grader.explaining.steps import Step, Trouble
from grader.report.details import INDENT, WIDTH, Line, details, number
from grader.report.schema import TaskInfo
from grader.report.visible import KEY, score_words
from grader.rule_names import parse_rule

MOST_ASKED = 3
HEIGHT = 24
MOST_OF_FINDING = 9
LEAST_OF_FINDING = 5
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
    """

    file: CheckFile
    task: TaskInfo
    lesson: Lesson | None
    trouble: Trouble | None
    steps: Sequence[Step] = ()
    shown: Sequence[int] = ()
    command: str = ""


def page_lines(page: Page) -> Iterator[Line]:
    """The lines from top to bottom."""
    head = list(_head(page))
    yield from head
    if page.trouble is None:
        yield from _all_right(page)
        return
    many = len(page.steps)
    end = [line for place in page.shown for line in _step(
        f"Hint {place + 1} of {many}: ", page.steps[place])]
    end += _next(page)
    # The hint is what was asked for: the result gets what room is left.
    room = HEIGHT - len(head) - len(end) - 2
    yield "", ""
    yield from _finding(page.task, page.trouble,
                        max(room, LEAST_OF_FINDING))
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


def _finding(task: TaskInfo, trouble: Trouble, most: int) -> Iterator[Line]:
    """What the report says of the trouble, without its hints."""
    if task.status == "missing":
        yield from ((line, "") for line in _filled(task.stop))
        return
    bare = msgspec.structs.replace
    if trouble.check is not None:
        # As in the report: the case, then the names of the other checks.
        checks = [bare(check, hint="") for check in task.checks]
        task = bare(task, findings=[], checks=checks)
    elif trouble.finding is not None:
        task = bare(task, checks=[], parts={},
                    findings=[bare(trouble.finding, hint="")])
    # A line is as narrow as in the report, so that it can be read there too.
    lines = [MARGIN + text.removeprefix(INDENT)
             for text, _ in details(task)]
    most = min(most, MOST_OF_FINDING) - 1
    left_out = len(lines) - most
    if left_out > 0:
        lines[most - 1:] = [f"{MARGIN}... {left_out + 1} more lines in the "
                            f"report"]
    yield "The last result:", ""
    yield from ((line[:WIDTH], "") for line in lines)


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
