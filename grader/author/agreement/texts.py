"""The four texts of one task, and the place of a word in each of them."""

from __future__ import annotations

import ast
import os
import re

import msgspec

from grader.author.agreement.lesson_text import Block, blocks
from grader.checkfile import CheckFile


class Text(msgspec.Struct, frozen=True):
    """One file: how it is called from the checkout, and what it says."""

    name: str
    text: str

    def at(self, line: int) -> str:
        """`file:line`, as editors and terminals open it."""
        return f"{self.name}:{line}"

    def line_of(self, fragment: str, start: int = 1) -> int:
        """The first line with this fragment, or else the line `start`."""
        for number, line in enumerate(self.text.split("\n")[start - 1:],
                                      start):
            if fragment in line:
                return number
        return start

    def find(self, fragment: str, start: int = 1) -> str:
        """`file:line` of a fragment."""
        return self.at(self.line_of(fragment, start))


class Texts(msgspec.Struct, frozen=True):
    """All that is written about one task; None where a file is missing.

    block: its part of the lesson
    lines: name -> line where the check file defines it
    """

    file: CheckFile
    check: Text
    task_name: str
    driver_name: str
    lesson_name: str
    task: Text | None
    driver: Text | None
    lesson: Text | None
    block: Block | None
    lines: dict[str, int] = {}

    @property
    def name(self) -> str:
        """The task without its topic."""
        return self.file.id.rpartition("/")[2]

    @property
    def topic(self) -> str:
        """The folder of the task."""
        return self.file.id.rpartition("/")[0]

    @property
    def number(self) -> str:
        """The number of the task."""
        return self.name.partition("-")[0]

    def defined(self, name: str) -> str:
        """`file:line` of a name that the check file defines."""
        return self.check.at(self.lines.get(name, 1))

    def near(self, name: str) -> str:
        """The line of a name, for a sentence about the check file itself."""
        return f"line {self.lines.get(name, 1)}"


def read_texts(file: CheckFile, root: str) -> Texts:
    """The texts of a task of the checkout below root."""
    topic, _, name = file.id.rpartition("/")
    task = file.id + ("" if file.choice else ".py")
    driver = f"{topic}/{name.partition('-')[0]}-main.py"
    lesson = read_text(root, f"{topic}/README.md")
    with open(file.path, encoding="utf-8") as opened:
        check = Text(f"grader/checks/{file.id}.py", opened.read())
    block = next((block for block in blocks(lesson.text)
                  if block.name == name), None) if lesson else None
    return Texts(file, check, task, driver, f"{topic}/README.md",
                 read_text(root, task), read_text(root, driver), lesson,
                 block, definition_lines(check.text))


def read_text(root: str, name: str) -> Text | None:
    """A file of the checkout, None where it cannot be read."""
    try:
        with open(os.path.join(root, *name.split("/")),
                  encoding="utf-8") as opened:
            return Text(name, opened.read())
    except (OSError, UnicodeDecodeError):
        return None


def definition_lines(code: str) -> dict[str, int]:
    """Name -> line of its definition at the top level."""
    found: dict[str, int] = {}
    for node in ast.parse(code).body:
        names = [target.id for target in (
            node.targets if isinstance(node, ast.Assign) else [])
            if isinstance(target, ast.Name)]
        for name in [getattr(node, "name", ""), *names]:
            found.setdefault(name, node.lineno)
    return found


def place_of(file: CheckFile, name: str) -> str:
    """`file:line` of a name in a check file."""
    with open(file.path, encoding="utf-8") as opened:
        line = definition_lines(opened.read()).get(name, 1)
    return f"grader/checks/{file.id}.py:{line}"


def located(text: str) -> str:
    """A message of the loader with its place as `file:line:` in front."""
    text = re.sub(r"^checks/(\S+\.py), line (\d+): ",
                  r"grader/checks/\1:\2: ", text)
    return re.sub(r"^checks/", "grader/checks/", text)
