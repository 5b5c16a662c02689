"""The word that a user typed -> the id of one task, or a helpful refusal."""

from __future__ import annotations

import difflib
import fnmatch
import os
import re
import textwrap
from collections.abc import Sequence

from grader.checkpaths import CHECKS, check_path, find_ids
from grader.discover import Wanted, discover
from grader.model import UsageError
from grader.reading import printable

# As Python, or as data in the student edition.
ENTRY = re.compile(rb'(?:^ENTRY = |"entry": ?)"(\w+)"', re.MULTILINE)
HEAD_BYTES = 4096
MOST_SHOWN = 8
WIDTH = 79


def which_task(word: str, path: str, root: str = CHECKS) -> str:
    """The id of the one task that is meant; raises UsageError.

    word: an id, a number, a file, a pattern, the name of a function, or a
        part of one of them
    path: the folder that is asked about; a topic folder narrows the choice
    """
    ids = find_ids(root)
    if not word.strip():
        raise UsageError(f"Name a task, for instance `{ids[0]}`.")
    here = _in_topic(ids, path)
    plain = _plain(word)
    for found in (_by_name(plain, here), _by_name(plain, ids),
                  _by_entry(plain, ids, root), _by_start(plain, here),
                  _by_part(plain, here)):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(_too_many(word, found))
    raise UsageError(_unknown(word, ids, root))


def task_of_file(path: str, root: str = CHECKS) -> str:
    """The id of the task that a file holds; raises UsageError."""
    ids = find_ids(root)
    wanted = [Wanted(task, (), ("", ".py")) for task in ids]
    found = [task.id for task in discover(path, wanted).tasks if task.path]
    return found[0]


def _plain(word: str) -> str:
    """Without `./`, back slashes and the ending."""
    word = os.path.normpath(word.strip().replace("\\", "/"))
    return word.removesuffix(".py").strip("/")


def _in_topic(ids: Sequence[str], path: str) -> list[str]:
    """Tasks of the topic folder that the path is, or all."""
    topic = os.path.basename(os.path.abspath(path or os.curdir))
    return [task for task in ids if task.startswith(f"{topic}/")] or list(ids)


def _by_name(word: str, ids: Sequence[str]) -> list[str]:
    """Whole ids, names and numbers first, then patterns."""
    topic, _, name = word.rpartition("/")
    topic = topic.rpartition("/")[2]
    exact = [task for task in ids
             if word in (task, task.partition("/")[2])
             or (topic and _is_topic(topic, task)
                 and name in (task.partition("/")[2], _number(task)))
             or word == _number(task)]
    whole = [task for task in ids
             if f"{topic}/{name}" == task or word == task]
    return whole or exact or [
        task for task in ids
        if fnmatch.fnmatchcase(task, word)
        or fnmatch.fnmatchcase(task.partition("/")[2], word)]


def _is_topic(word: str, task: str) -> bool:
    topic = task.partition("/")[0]
    return word in (topic, topic.partition("-")[0])


def _number(task: str) -> str:
    return task.partition("/")[2].partition("-")[0]


def _by_entry(word: str, ids: Sequence[str], root: str) -> list[str]:
    """Tasks that ask for a function or class of this name."""
    return [task for task in ids
            if word.isidentifier() and _entry(task, root) == word]


def _entry(task: str, root: str) -> str:
    try:
        with open(check_path(root, task), "rb") as file:
            match = ENTRY.search(file.read(HEAD_BYTES))
    except OSError:
        return ""
    return match[1].decode() if match else ""


def _by_start(word: str, ids: Sequence[str]) -> list[str]:
    return [task for task in ids if task.startswith(word)
            or task.partition("/")[2].startswith(word)]


def _by_part(word: str, ids: Sequence[str]) -> list[str]:
    return [task for task in ids
            if len(word) > 2 and word.lower() in task.lower()]


def _too_many(word: str, found: Sequence[str]) -> str:
    shown = "\n".join(f"  {task}" for task in found[:MOST_SHOWN])
    more = len(found) - MOST_SHOWN
    if more > 0:
        shown += f"\n  and {more} more"
    return (f"`{printable(word)}` fits {len(found)} tasks. Name one of "
            f"them:\n{shown}")


def _unknown(word: str, ids: Sequence[str], root: str) -> str:
    """Say what comes near: a name, its words, or a function."""
    plain = _plain(word).lower().rpartition("/")[2]
    names: dict[str, str] = {}
    for task in ids:
        name = task.partition("/")[2]
        for known in (name, name.partition("-")[2], _entry(task, root)):
            if known:
                names.setdefault(known.lower(), task)
    near = difflib.get_close_matches(plain, names, 3, 0.6)
    shown = printable(word)
    if not near:
        return textwrap.fill(
            f"No task is called `{shown}`. Tasks are called {ids[0]}, "
            f"{ids[1]} and so on; a part of the name will do too.", WIDTH,
            break_on_hyphens=False)
    tasks: dict[str, str] = {}
    for name in near:
        task = names[name]
        is_entry = name not in task.lower()
        tasks.setdefault(task, f"{task} (`{_entry(task, root)}`)"
                         if is_entry else task)
    return textwrap.fill(f"No task is called `{shown}`. Did you mean "
                         f"{' or '.join(tasks.values())}?", WIDTH,
                         break_on_hyphens=False)
