"""What to look for in a submission: tasks with the places they may lie in."""

from __future__ import annotations

import fnmatch
from collections.abc import Container

import msgspec

from grader.places import topic_key


class Wanted(msgspec.Struct, frozen=True):
    """One task to look for.

    aliases: older places, `advanced_linear_algebra/0-determinant.py`
    extensions: endings of the file, `("",)` for a file without one
    """

    id: str
    aliases: tuple[str, ...] = ()
    extensions: tuple[str, ...] = (".py",)

    @property
    def topic(self) -> str:
        """Name of the topic folder in the course."""
        return self.id.rpartition("/")[0]

    @property
    def spots(self) -> list[tuple[str, str]]:
        """Pairs of topic key and file name, the best first."""
        own, stem = topic_key(self.topic), self.id.rpartition("/")[2]
        spots = [(own, stem + end) for end in self.extensions]
        for alias in self.aliases:
            folder, _, name = alias.rpartition("/")
            spots.append((topic_key(folder) if folder else own, name))
        return spots

    @property
    def names(self) -> list[str]:
        """File names under which the task may lie, the best first."""
        return [name for _, name in self.spots]

    def belongs_to(self, topics: Container[str]) -> bool:
        """Tell if the task may lie in a folder of one of these topics."""
        return any(key in topics for key, _ in self.spots)


def matches(task: str, patterns: tuple[str, ...]) -> bool:
    """Whole ids, patterns, or the task's own name or number.

    Without any pattern all tasks are meant.
    """
    name = task.partition("/")[2]
    return not patterns or any(
        fnmatch.fnmatchcase(task, pattern)
        or fnmatch.fnmatchcase(name, pattern)
        or name.partition("-")[0] == pattern
        or task.partition("/")[0] == pattern.rstrip("/")
        for pattern in patterns)


def names_by_topic(tasks: list[Wanted]) -> dict[str, frozenset[str]]:
    """Map each topic key to the file names that belong in its folder."""
    topics: dict[str, frozenset[str]] = {}
    for task in tasks:
        for key, name in task.spots:
            topics[key] = topics.get(key, frozenset()) | {name}
    return topics
