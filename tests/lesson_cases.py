"""The lessons as test cases, and one way to complain about them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import lesson_reader
import pytest

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Lesson:
    """One README: where it is and what it says."""

    path: Path
    text: str = field(repr=False)

    @property
    def topic(self):
        """Name of the topic folder."""
        return self.path.parent.name

    @property
    def folder(self):
        """The topic folder."""
        return self.path.parent

    def complain(self, problems):
        """Fail with one line a problem: file, line, what, the way out."""
        where = self.path.relative_to(ROOT)
        said = [f"{where}:{line}: {what}" for line, what in sorted(problems)]
        assert not said, "\n".join(["", *said])


def every_lesson():
    """Make a mark that runs each test of a module with each lesson."""
    found = [Lesson(path, path.read_text(encoding="utf-8"))
             for path in lesson_reader.lessons(ROOT)]
    return pytest.mark.parametrize("lesson", found,
                                   ids=[lesson.topic for lesson in found])


def lesson_sections(text):
    """List the lesson sections: what the first column of the map names."""
    named = mapped_tasks(text)
    return [part for part in lesson_reader.parts(text, 2)
            if lesson_reader.anchor(part.title) in named]


def mapped_tasks(text):
    """Map the anchor of each section to the task numbers in the map."""
    table = lesson_reader.tables(part_named(text, "Map").text)[0]
    return {lesson_reader.links(row[0])[0][1][1:]: re.findall(r"\d+", row[1])
            for row in table.rows[1:]}


def part_named(text, title):
    """Find the part with this second-level heading."""
    for part in lesson_reader.parts(text, 2):
        if part.title == title:
            return part
    raise AssertionError(f"The lesson has no heading `## {title}`: write it.")


def now_do(part):
    """List the anchors in the last paragraph of a section, `Now do: ...`."""
    last = part.text.strip().split("\n\n")[-1]
    links = lesson_reader.links(last) if last.startswith("Now do: ") else []
    return [target[1:] for _, target in links]
