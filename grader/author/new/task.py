"""TOPIC/N-name and a kind -> task file, driver, check file, lesson block.

What is written works from the start: a small sample task that keeps every
promise of `grader verify`, but for the marks that tell what to replace.
"""

from __future__ import annotations

import os
from string import Template

import msgspec

from grader.author.agreement.lesson_text import anchor
from grader.author.agreement.texts import read_text
from grader.author.agreement.unfinished import MARK
from grader.author.new.lesson import Place, section_for, with_block
from grader.author.new.names import (demand_free_number, entry_of, kind_of,
                                     title_of, topic_and_name)
from grader.author.new.writing import write_all
from grader.checkpaths import EDITION
from grader.model import UsageError

FORMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "forms")
WIDTH = 79
MINUTES = 20            # of a student; the author knows better, later


class NewOptions(msgspec.Struct, frozen=True):
    """The words of `grader new`; see its help.

    root: the checkout that gets the task
    """

    task: str
    root: str
    kind: str = "function"
    title: str = ""
    entry: str = ""
    section: str = ""


class NewTask(msgspec.Struct, frozen=True):
    """What was written: the task, its files, where to fill in."""

    id: str
    section: str
    files: tuple[str, ...]
    marks: int


def new_task(options: NewOptions) -> NewTask:
    """Write a new task; raises UsageError and then writes nothing."""
    root = options.root
    checks = os.path.join(root, "grader", "checks")
    if not os.path.isdir(checks) or os.path.exists(
            os.path.join(checks, EDITION)):
        raise UsageError(f"{root} is no checkout of the instructor edition. "
                         f"Clone it, and write new tasks there.")
    kind = kind_of(options.kind)
    topic, name = topic_and_name(options.task, root)
    demand_free_number(topic, name, checks)
    lesson = read_text(root, f"{topic}/README.md")
    if lesson is None:
        raise UsageError(f"{topic}/README.md cannot be read as UTF-8.")
    number = int(name.partition("-")[0])
    section = section_for(lesson.text, options.section, number, lesson.name)
    words = _words(options, topic, name, section)
    driver = f"{topic}/{number}-main.py"
    task = f"{topic}/{name}" + ("" if kind == "choice" else ".py")
    new = {task: _form(kind, "task", words),
           driver: _form(kind, "driver", words),
           f"grader/checks/{topic}/{name}.py": _form(kind, "check", words)}
    block = _form(kind, "lesson", words)
    heading = block.partition("\n")[0].removeprefix("### ")
    text = with_block(lesson.text, block, Place(
        section, number, heading, MINUTES), lesson.name)
    os.makedirs(os.path.join(checks, topic), exist_ok=True)
    write_all(root, new, {lesson.name: text}, frozenset(
        {driver} if kind == "choice" else {task, driver}))
    marks = sum(one.count(MARK) for one in (*new.values(), block))
    return NewTask(f"{topic}/{name}", section, (*new, lesson.name), marks)


def _words(options: NewOptions, topic: str, name: str,
           section: str) -> dict[str, str]:
    """What stands in the place of `$...` in the forms."""
    entry = entry_of(options.entry, name, options.kind)
    return {"topic": topic, "name": name, "entry": entry,
            "number": name.partition("-")[0],
            "lesson": topic.partition("-")[0],
            "title": title_of(options.title, name), "section": section,
            "anchor": anchor(section), "minutes": str(MINUTES),
            "loading": _loading(name, entry)}


def _loading(name: str, entry: str) -> str:
    """The lines of a driver that get the function of the task."""
    line = f'{entry} = __import__("{name}").{entry}'
    if len(line) <= WIDTH:
        return line
    return f'task = __import__("{name}")\n{entry} = task.{entry}'


def _form(kind: str, which: str, words: dict[str, str]) -> str:
    with open(os.path.join(FORMS, kind, f"{which}.txt"),
              encoding="utf-8") as form:
        return Template(form.read()).substitute(words)


def next_steps(made: NewTask) -> str:
    """What the author reads on the terminal."""
    files = "\n".join(f"  {name}" for name in made.files[:-1])
    return (f"Written, a sample that works already:\n{files}\n"
            f"  {made.files[-1]}: its block, and ways to it from the section "
            f"\"{made.section}\"\n"
            f"{made.marks} places are marked `{MARK}`. This command names "
            f"them, and all that\ndoes not agree:\n"
            f"  python3 grader verify {made.id}")
