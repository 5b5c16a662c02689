"""A small worked example for a task, from its lesson.

Each section of a lesson works through one example in small steps: a list of
sentences with numbers. The one whose words are most like the task's is taken.
It has other numbers than the task, so it shows the way and not the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

import msgspec

from grader.explaining.lesson import (Lesson, Part, asked, paragraphs,
                                      plain)

MOST_STEPS = 6
MOST_INTRO = 240
LEAST_INTRO = 60
MOST_COUNTED = 3
# Longer words, and the signs of formulas: `e^`, `dx`.
WORD = re.compile(r"[a-z]{4,}|[a-z]\^|\bd[a-z]\b")
OF_EVERY_TASK = frozenset(("write", "number", "right", "option", "into",
                           "file", "what", "from"))
# What speaks of a picture says nothing where there is none.
PICTURE = re.compile(r"\b(picture|framed|dashed|orange|blue)\b")
END = ("*Where it goes wrong.*", "*Check yourself*",
       "*In machine learning.*")
RULE = ("The rule", "In words")


class Worked(msgspec.Struct, frozen=True):
    """One worked example: where it stands, what it is about, its steps."""

    line: int
    intro: str
    steps: tuple[str, ...]
    rule: str = ""

    def texts(self) -> list[str]:
        """All of it, one text a line."""
        return [text for text in (
            self.intro, *(f"- {step}" for step in self.steps), self.rule)
            if text]


def best_worked(lesson: Lesson) -> Worked | None:
    """The worked example that speaks most of what the task speaks of."""
    if lesson.task is None:
        return None
    wanted = _words(" ".join((lesson.task.title, *asked(lesson))))
    found = [worked for part in lesson.sections
             for worked in worked_examples(part)]
    return max(found, default=None,
               key=lambda worked: _likeness(worked, wanted))


def _likeness(worked: Worked, wanted: Collection[str]) -> int:
    counts = _words(" ".join(worked.texts()))
    return sum(min(counts[word], MOST_COUNTED) for word in wanted)


def worked_examples(part: Part) -> list[Worked]:
    """The worked examples of a section, in its order."""
    found: list[Worked] = []
    blocks = paragraphs(part.body)
    before: list[str] = []
    for place, lines in enumerate(blocks):
        text = "\n".join(lines)
        if text.startswith(END):
            break
        if text.startswith("- "):
            after = blocks[place + 1:place + 4]
            found.append(Worked(
                _line_of(part, lines), _intro(before),
                tuple(_items(lines)[:MOST_STEPS]),
                next((plain("\n".join(other)) for other in after
                      if other[0].startswith(RULE)), "")))
        elif not text.startswith(("`", "<", "|")):
            before.append(plain(text))
    return found


def _line_of(part: Part, lines: list[str]) -> int:
    return part.line + 1 + part.body.index(lines[0])


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        elif items:
            items[-1] += " " + line.strip()
    return [plain(item) for item in items]


def _intro(texts: list[str]) -> str:
    """The sentences just before the steps, from one paragraph or more."""
    kept = ""
    for text in reversed(texts[-3:]):
        for sentence in reversed(re.split(r"(?<=[.?!:]) +", text)):
            if PICTURE.search(sentence):
                continue
            longer = f"{sentence} {kept}".strip()
            if kept and len(longer) > MOST_INTRO:
                return _whole(kept)
            kept = longer
        if len(kept) >= LEAST_INTRO:
            break
    return _whole(kept)


def _whole(text: str) -> str:
    """Without a start that only goes on with what was said before."""
    while text and not text[0].isupper() and ". " in text:
        text = text.partition(". ")[2]
    return text


def _words(text: str) -> Counter[str]:
    return Counter(word for word in WORD.findall(text.lower())
                   if word not in OF_EVERY_TASK)
