"""Guesses from the words alone whether figures will be drawn.

The drawing library takes longest to load, so it must start first, before the
words are read properly. A wrong guess costs time and nothing else: too late
is slower, too early loads what nobody needs. Only names of files are looked
at, never what a student wrote.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

PACKAGE = os.path.dirname(os.path.abspath(__file__))
CHECKS = os.path.join(PACKAGE, "checks")
# In a check file, and in a record of the student edition.
MARKS = {".py": b'\nKIND = "figure"', ".json": b'\n"kind": "figure"'}
HEAD_BYTES = 4096
MOST_FOLDERS = 60
# These ask for runs, whatever is remembered.
FRESH = ("--no-cache", "--require-isolation", "--html")


def new_names(words: list[str]) -> set[str] | None:
    """Names of files that seem to be new; None if all must be expected."""
    from grader.unchanged import changed_names, is_switched_off
    if is_switched_off() or any(word.startswith(FRESH) for word in words):
        return None
    return changed_names(_path(words))


def will_draw(words: list[str], checks: str = CHECKS,
              new: set[str] | None = None) -> bool:
    """Whether the words seem to ask for a task that is there and draws.

    new: names of files that changed; None if all of them count
    """
    tasks = list(_figure_tasks(checks))
    patterns = _values_of("--task", words)
    if patterns:
        tasks = [task for task in tasks if any(
            _is_meant(pattern, task) for pattern in patterns)]
    if not tasks:
        return False
    names = {task.partition("/")[2] + ".py" for task in tasks}
    if new is not None:
        return bool(names & new)
    return any(name in names for name in _file_names(_path(words)))


def _figure_tasks(checks: str) -> Iterator[str]:
    for topic in os.scandir(checks):
        if not topic.is_dir():
            continue
        for entry in os.scandir(topic.path):
            name, ending = os.path.splitext(entry.name)
            if ending in MARKS:
                with open(entry.path, "rb") as file:
                    if MARKS[ending] in file.read(HEAD_BYTES):
                        yield f"{topic.name}/{name}"


def _values_of(option: str, words: list[str]) -> list[str]:
    found = [word.partition("=")[2] for word in words
             if word.startswith(option + "=")]
    return found + [words[place + 1] for place, word in enumerate(words[:-1])
                    if word == option]


def _is_meant(pattern: str, task: str) -> bool:
    import fnmatch              # most runs name no task, and it loads slowly
    topic, _, name = task.partition("/")
    plain = plain_name(pattern)
    # The end of a path, and parts of a name: see `task_words`.
    last = "/".join(plain.split("/")[-2:])
    return (pattern.rstrip("/") in (topic, task, name.partition("-")[0])
            or fnmatch.fnmatchcase(task, plain)
            or fnmatch.fnmatchcase(name, plain)
            or plain.endswith("/" + topic)
            or len(last) > 2 and last.lower() in task.lower())


def plain_name(word: str) -> str:
    """A task's name without `./`, back slashes and the ending, or ""."""
    word = word.strip().replace("\\", "/")
    word = os.path.normpath(word).replace("\\", "/") if word else ""
    return word.removesuffix(".py").strip("/")


def _path(words: list[str]) -> str:
    """The first word that is a path; else the checkout, or where we are."""
    for before, word in zip(words, words[1:]):
        if before != "--task" and not word.startswith("-") \
                and os.path.exists(word):
            return word
    checkout = os.path.dirname(PACKAGE)
    if words or not os.path.exists(os.path.join(checkout, "pyproject.toml")):
        return os.curdir
    return checkout


def _file_names(path: str) -> Iterator[str]:
    """Names in a folder and in the folders of it; a file's own name."""
    if not os.path.isdir(path):
        yield os.path.basename(path)
        return
    try:
        entries = list(os.scandir(path))[:1000]
        yield from (entry.name for entry in entries)
        folders = [entry.path for entry in entries
                   if entry.is_dir(follow_symlinks=False)]
        for folder in folders[:MOST_FOLDERS]:
            yield from os.listdir(folder)[:1000]
    except OSError:             # whoever reads it properly will say so
        return
