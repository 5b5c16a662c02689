"""The word that a user typed -> the id of one task, or a helpful refusal."""

from __future__ import annotations

import difflib
import fnmatch
import os
import re
import textwrap
from collections.abc import Sequence

import msgspec

from grader.checkpaths import CHECKS, check_path, find_ids
from grader.discover import Wanted, discover
from grader.early import plain_name
from grader.misnamed import is_driver
from grader.model import UsageError
from grader.places import topic_key
from grader.reading import printable
from grader.what_to_type import PROGRAM, short_name, to_type

# As Python, or as data in the student edition.
ENTRY = re.compile(rb'(?:^ENTRY = |"entry": ?)"(\w+)"', re.MULTILINE)
HEAD_BYTES = 4096
MOST_SHOWN = 8
MOST_NEAR = 3
MOST_LETTERS = 50
WIDTH = 79


def which_task(word: str, path: str, root: str = CHECKS) -> str:
    """The id of the one task that is meant; raises UsageError.

    word: an id, a number, a file, a pattern, the name of a function, or a
        part of one of them
    path: the folder that is asked about; a topic folder narrows the choice
    """
    found = find_tasks(word, path, root)
    if len(found) != 1:
        raise UsageError(refusal(word, found, Typed(path, "explain", root)))
    return found[0]


class Typed(msgspec.Struct, frozen=True):
    """The command that a word belongs to.

    path: what is asked about; "" for the checkout
    command: "explain", "watch" ...; "" to grade
    """

    path: str = ""
    command: str = ""
    root: str = CHECKS

    def with_task(self, task: str) -> str:
        """The same command with this task, alone on its line."""
        return "  " + to_type(task, self.path, self.command)

    def with_words(self, *words: str) -> str:
        """The same command with these words, alone on its line."""
        return "  " + " ".join(filter(None, (PROGRAM, self.command, *words)))


def find_tasks(word: str, path: str, root: str = CHECKS) -> list[str]:
    """The tasks that a word means: one, or several or none."""
    ids = find_ids(root)
    here = _in_topic(ids, path)
    plain = plain_name(word)
    if not plain:
        return []
    return (_by_name(plain, here) or _by_name(plain, ids)
            or _by_entry(plain, ids, root) or _by_start(plain, here)
            or _by_part(plain, here) or _by_older_name(plain, ids, root))


def refusal(word: str, found: Sequence[str], typed: Typed) -> str:
    """Why a word means no task, or too many; ends with what to type."""
    ids = find_ids(typed.root)
    if not plain_name(word):
        return f"Name a task, for instance\n{typed.with_task(ids[0])}"
    if found:
        return _too_many(word, found, typed)
    near = near_tasks(word, typed.root)
    said = f"No task is called `{printable(word, MOST_LETTERS)}`."
    if near:
        said += f" Did you mean {' or '.join(near.values())}? Type"
    else:
        near = {ids[0]: ""}
        said += (" A part of a name will do, or the path of a task file. "
                 "Type, for instance,")
    return _filled(said) + "\n" + typed.with_task(next(iter(near)))


def near_tasks(word: str, root: str = CHECKS) -> dict[str, str]:
    """Tasks whose names come near, the nearest first -> what to call them."""
    ids = find_ids(root)
    plain = plain_name(word).lower()
    drivers = _of_driver(plain, ids)
    if drivers:
        return {task: short_name(task) for task in drivers[:MOST_NEAR]}
    names: dict[str, str] = {}
    for task in ids:
        name = task.partition("/")[2]
        for known in (name, name.partition("-")[2], _entry(task, root)):
            if known:
                names.setdefault(known.lower(), task)
    tasks: dict[str, str] = {}
    name = plain.rpartition("/")[2]
    # Beside a slip of one letter, what is far from it would only confuse.
    near = (difflib.get_close_matches(name, names, 1, 0.85)
            or difflib.get_close_matches(name, names, MOST_NEAR, 0.6))
    for name in near:
        task = names[name]
        is_entry = name not in task.lower()
        tasks.setdefault(task, short_name(task) + (
            f" (`{_entry(task, root)}`)" if is_entry else ""))
    return tasks


def task_of_file(path: str, root: str = CHECKS) -> str:
    """The id of the task that a file holds; raises UsageError."""
    ids = find_ids(root)
    wanted = [Wanted(task, (), ("", ".py")) for task in ids]
    found = [task.id for task in discover(path, wanted).tasks if task.path]
    return found[0]


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
    """By its whole name, its number, or its words as in older layouts."""
    topic = task.partition("/")[0]
    return word in (topic, topic.partition("-")[0], topic_key(topic))


def topic_of(word: str, root: str = CHECKS) -> str:
    """The topic that a word names, as a folder may be named; else ""."""
    name = plain_name(word).rpartition("/")[2]
    return next((task.partition("/")[0] for task in find_ids(root)
                 if _is_topic(name, task)), "")


def _number(task: str) -> str:
    return task.partition("/")[2].partition("-")[0]


def _by_entry(word: str, ids: Sequence[str], root: str) -> list[str]:
    """Tasks that ask for a function or class of this name."""
    return [task for task in ids
            if word.isidentifier() and _entry(task, root) == word]


def _entry(task: str, root: str) -> str:
    match = ENTRY.search(_head(task, root))
    return match[1].decode() if match else ""


def _head(task: str, root: str) -> bytes:
    """The first part of a check file, where the facts stand."""
    try:
        with open(check_path(root, task), "rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def _by_older_name(word: str, ids: Sequence[str], root: str) -> list[str]:
    """Tasks that had this name in an older layout of the course."""
    name = re.escape("/".join(word.split("/")[-2:]).encode(errors="replace"))
    alias = re.compile(rb'"(?:[\w-]+/)?' + name + rb'\.py"')
    return [task for task in ids if alias.search(_head(task, root))]


def _by_start(word: str, ids: Sequence[str]) -> list[str]:
    return [task for task in ids if task.startswith(word)
            or task.partition("/")[2].startswith(word)]


def _by_part(word: str, ids: Sequence[str]) -> list[str]:
    return [task for task in ids
            if len(word) > 2 and word.lower() in task.lower()]


def _of_driver(word: str, ids: Sequence[str]) -> list[str]:
    """Tasks beside which a program such as `3-main` may lie."""
    folder, _, name = word.rpartition("/")
    number = name.partition("-")[0]
    if not number.isdecimal() or not is_driver(name):
        return []
    return _by_name(f"{folder}/{number}", ids) or [
        task for task in ids if _number(task) == number]


def _too_many(word: str, found: Sequence[str], typed: Typed) -> str:
    shown = "\n".join(f"  {task}" for task in found[:MOST_SHOWN])
    more = len(found) - MOST_SHOWN
    if more > 0:
        shown += f"\n  and {more} more"
    head = _filled(f"`{printable(word, MOST_LETTERS)}` fits {len(found)} "
                   f"tasks. Name one of them:")
    return (f"{head}\n{shown}\nFor the first, type\n"
            f"{typed.with_task(found[0])}")


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_on_hyphens=False)
