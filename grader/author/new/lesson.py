"""A lesson and a new block -> the lesson with the block and ways to it.

Four places change: the block itself, the line `Now do:` of its section, the
row of the map, and the sample of a report.
"""

from __future__ import annotations

import difflib
import re

import msgspec

from grader.author.agreement import lesson_text
from grader.author.agreement.lesson_text import Part, anchor
from grader.author.agreement.lessons import SAMPLE
from grader.model import UsageError

TASKS = "Tasks"
WAY = re.compile(r"\[task (\d+)\]\(")
POINTS = 10


class Place(msgspec.Struct, frozen=True):
    """Where a task belongs in its lesson.

    heading: of its block, without the marks
    """

    section: str
    number: int
    heading: str
    minutes: int


def section_for(text: str, asked: str, number: int, name: str) -> str:
    """The title of a section; without a wish, that of the task before.

    name: of the lesson, for messages
    """
    found = [part.title for part in lesson_text.sections(text)
             if lesson_text.last_words(part)]
    if not found:
        raise UsageError(f"{name} has no section that leads to tasks. Write "
                         f"`## Map` with a table of sections and tasks, and "
                         f"end each section with `Now do: `.")
    if not asked:
        return _section_before(text, number) or found[-1]
    same = [title for title in found if title.lower() == asked.lower()]
    if same:
        return same[0]
    low = {title.lower(): title for title in found}
    near = difflib.get_close_matches(asked.lower(), list(low), 1, 0.4)
    raise UsageError(f"--section {asked}: {name} has no such section. " + (
        f"Did you mean \"{low[near[0]]}\"?" if near else
        f"Sections are {', '.join(found)}."))


def _section_before(text: str, number: int) -> str:
    """The section that leads to the task with the nearest lower number."""
    before = {int(task): row.anchor for row in lesson_text.map_rows(text)
              for task in row.tasks if int(task) < number}
    if not before:
        return ""
    wanted = before[max(before)]
    return next((part.title for part in lesson_text.sections(text)
                 if anchor(part.title) == wanted
                 and lesson_text.last_words(part)), "")


def with_block(text: str, block: str, place: Place, name: str) -> str:
    """The lesson with the new task in all places; raises UsageError."""
    text = _with_sample(_with_way(_in_map(text, place), place))
    lines = text.split("\n")
    part = next((part for part in lesson_text.parts(text, 2)
                 if part.title == TASKS), None)
    if part is None:
        raise UsageError(f"{name} has no heading `## {TASKS}`. Write it "
                         f"where the blocks of the tasks shall stand.")
    later = [one.line for one in lesson_text.blocks(part.text)
             if one.number > place.number]
    # A part's lines count from the line below its heading.
    at = (part.line + later[0] - 1 if later
          else part.line + len(part.text.rstrip("\n").split("\n")))
    head = lines[:at] if lines[at - 1] == "" else [*lines[:at], ""]
    tail = lines[at:]
    while tail and tail[0] == "":
        tail = tail[1:]
    return "\n".join([*head, *block.rstrip("\n").split("\n"), "", *tail])


def _in_map(text: str, place: Place) -> str:
    wanted = anchor(place.section)
    lines = text.split("\n")
    for row in lesson_text.map_rows(text):
        if row.anchor != wanted:
            continue
        cells = lines[row.line - 1].split("|")
        cells[2] = f" {', '.join(_sorted_in(row.tasks, place.number))} "
        if row.minutes.isdigit():
            cells[3] = f" {int(row.minutes) + place.minutes} "
        lines[row.line - 1] = "|".join(cells)
    return "\n".join(lines)


def _sorted_in(tasks: tuple[str, ...], number: int) -> list[str]:
    """The tasks with a new one before the first larger number."""
    later = [index for index, task in enumerate(tasks) if int(task) > number]
    at = later[0] if later else len(tasks)
    return [*tasks[:at], str(number), *tasks[at:]]


def _with_way(text: str, place: Place) -> str:
    """`Now do:` with a link to the new block, in the order of the map."""
    part = _section(text, place.section)
    old = lesson_text.last_words(part)
    link = f"[task {place.number}](#{anchor(place.heading)})"
    later = [match.start() for match in WAY.finditer(old)
             if int(match[1]) > place.number]
    if not lesson_text.now_do(part):
        new = f"Now do: {link}."    # it had no task until now
    elif later:
        new = f"{old[:later[0]]}{link},\n{old[later[0]:]}"
    else:
        new = f"{old.rstrip().removesuffix('.')},\n{link}."
    head, tail = _halves(text, part)
    return head + tail.replace(old, new, 1)


def _section(text: str, title: str) -> Part:
    return next(part for part in lesson_text.sections(text)
                if part.title == title)


def _halves(text: str, part: Part) -> tuple[str, str]:
    """The text up to the heading of a part, and the rest."""
    lines = text.split("\n")
    return ("\n".join(lines[:part.line]) + "\n",
            "\n".join(lines[part.line:]))


def _with_sample(text: str) -> str:
    """The sample of a report counts the new task too."""
    def more(found: re.Match[str]) -> str:
        tasks, points = int(found[1]), int(found[3])
        return (found[0].replace(f"{tasks} tasks", f"{tasks + 1} tasks")
                .replace(f"{found[2]} failed", f"{int(found[2]) + 1} failed")
                .replace(f"of {points} ", f"of {points + POINTS} "))
    return SAMPLE.sub(more, text)
