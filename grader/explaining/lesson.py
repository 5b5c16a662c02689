"""A lesson README -> where one task stands in it, and where to read.

In: the text of a lesson. Out: places with line numbers, and the worked
example of a section. Code blocks are no headings; nothing is run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import msgspec

from grader.explain import clean
from grader.reading import Unreadable, open_folder, read_file

NAME = "README.md"
FENCE = re.compile(r"^\s*`{3,}")
HEADING = re.compile(r"^(#{2,6}) (.+?)\s*$")
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
REFERENCE = re.compile(r"\*\((.+?)\)\*", re.DOTALL)
TRAP = "*Where it goes wrong.*"
FILES = "Tasks"
Lines = list[str]


class Part(msgspec.Struct, frozen=True):
    """A heading, its line, and the lines below it up to the next one."""

    line: int
    title: str
    body: tuple[str, ...]

    @property
    def trap_line(self) -> int:
        """The line that tells what often goes wrong here, 0 if none."""
        for place, text in enumerate(self.body, 1):
            if text.startswith(TRAP):
                return self.line + place
        return 0


class Lesson(msgspec.Struct, frozen=True):
    """The lesson of one task.

    path: the file, as the user can open it from here
    task: the block of the task, None if the lesson has none
    sections: what to read before the task, as the block says
    """

    path: str
    task: Part | None
    sections: tuple[Part, ...] = ()
    files: Part | None = None


def find_lesson(task: str, roots: tuple[str, ...]) -> Lesson | None:
    """The lesson of a task in the first of these folders that has one."""
    topic, _, name = task.partition("/")
    for root in roots:
        for folder in (os.path.join(root, topic), root):
            text = _read(folder)
            lesson = read_lesson(text, name, _near(folder))
            if lesson.task is not None:
                return lesson
    return None


def _read(folder: str) -> str:
    try:
        with open_folder(folder) as opened:
            data = read_file(opened, NAME).data
    except (OSError, ValueError, Unreadable):
        return ""
    return data.decode("utf-8", "replace")


def _near(folder: str) -> str:
    path = os.path.join(os.path.abspath(folder), NAME)
    try:
        return clean(min(path, os.path.relpath(path), key=len))
    except ValueError:          # another drive
        return clean(path)


def read_lesson(text: str, name: str, path: str = NAME) -> Lesson:
    """Find a task's block and the sections that its block names."""
    parts = list(_parts(text))
    block = next((part for part in parts if re.search(
        rf"`{re.escape(name)}(\.py)?`$", part.title)), None)
    if block is None:
        return Lesson(path, None)
    asked = {target.removeprefix("#") for _, target in LINK.findall(
        " ".join(REFERENCE.findall("\n".join(block.body))))}
    return Lesson(
        path, block,
        tuple(part for part in parts if anchor(part.title) in asked),
        next((part for part in parts if part.title == FILES), None))


def anchor(title: str) -> str:
    """The name by which a page of this lesson is linked."""
    plain = LINK.sub(r"\1", title).lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def _parts(text: str) -> Iterator[Part]:
    title, start, body = "", 0, list[str]()
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if FENCE.match(line):
            fenced = not fenced
        match = None if fenced else HEADING.match(line)
        if match is None:
            body.append(line)
            continue
        if title:
            yield Part(start, title, tuple(body))
        title, start, body = match[2], number, []
    if title:
        yield Part(start, title, tuple(body))


def plain(text: str) -> str:
    """Markdown -> words: links and bold letters lose their signs."""
    text = REFERENCE.sub("", text)
    text = LINK.sub(r"\1", text).replace("**", "").replace("<br>", "")
    return clean(" ".join(text.split()), 600)


def paragraphs(body: tuple[str, ...]) -> list[Lines]:
    """Runs of lines without a blank line; a code block is one of them."""
    found: list[Lines] = [[]]
    fenced = False
    for line in body:
        if FENCE.match(line):
            if not fenced:
                found.append([])
            fenced = not fenced
            found[-1].append(line)
            if not fenced:
                found.append([])
        elif line.strip() or fenced:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def asked(lesson: Lesson | None) -> list[str]:
    """What a task's block asks for: its sentence and its question."""
    if lesson is None or lesson.task is None:
        return []
    texts = []
    for lines in paragraphs(lesson.task.body):
        if lines[0].startswith(("- ", "`", "1. ", "Try:")):
            break
        texts.append(plain("\n".join(lines)))
    return [text for text in texts if text]
