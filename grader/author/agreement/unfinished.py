"""Marks that a new task carries until its author has written all of it."""

from __future__ import annotations

from collections.abc import Iterator

from grader.author.agreement.texts import Text, Texts

# Put together here, so that this line is no mark itself.
MARK = "FILL" + " IN:"


def left_to_fill_in(texts: Texts) -> Iterator[str]:
    """A sentence for each mark; a task with marks is not ready."""
    for text in (texts.task, texts.driver, texts.check):
        if text is not None:
            yield from _marks(text, 1, len(text.text))
    if texts.lesson is not None and texts.block is not None:
        first = texts.block.line
        yield from _marks(texts.lesson, first,
                          first + texts.block.text.count("\n"))


def _marks(text: Text, first: int, last: int) -> Iterator[str]:
    for number, line in enumerate(text.text.split("\n"), 1):
        _, found, words = line.partition(MARK)
        if found and first <= number <= last:
            wish = words.removesuffix("-->").strip().rstrip(".")
            yield (f"{text.at(number)}: still to fill in: {wish}. Write "
                   f"yours, then delete this comment.")
