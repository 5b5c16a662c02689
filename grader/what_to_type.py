"""A task -> the command that a user can type next, as short as it is right.

The course's own folder is what is graded without a path, so it is not named.
A topic is named only where two topics have a task of this name.
"""

from __future__ import annotations

import os
import shlex

from grader.checkpaths import CHECKS, find_ids

PROGRAM = "python3 grader"


def checkout() -> str:
    """The checkout that holds this package, or the working folder."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if os.path.exists(os.path.join(folder, "pyproject.toml")):
        return folder
    return os.getcwd()


def to_type(task: str, path: str = "", command: str = "") -> str:
    """The whole command, to be copied.

    path: what was graded; "" for the checkout
    command: "explain", "watch" ...; "" to grade
    """
    name = short_name(task)
    place = "" if is_own(path, task) else _from_here(path)
    words = {"explain": [name, place], "verify": [name]}.get(
        command, [place, "--task", name])
    return " ".join(word for word in (PROGRAM, command, *words) if word)


def short_name(task: str) -> str:
    """The name of a task, with its topic if another has the same name."""
    name = task.partition("/")[2]
    same = [other for other in find_ids(CHECKS)
            if other.partition("/")[2] == name]
    return task if len(same) > 1 else name


def is_own(path: str, task: str) -> bool:
    """Whether it is the checkout, or the part of it where the task lies."""
    if not path:
        return True
    own, topic = checkout(), task.partition("/")[0]
    places = (own, os.path.join(own, topic), os.path.join(own, task),
              os.path.join(own, task + ".py"))
    return _real(path) in [_real(place) for place in places]


def _real(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _from_here(path: str) -> str:
    """The path as the user can type it from here."""
    whole = os.path.abspath(path)
    try:
        near = min(whole, os.path.relpath(path), key=len)
    except ValueError:          # another drive
        near = whole
    if near.isalpha() or near.startswith("-"):
        # `watch` would be a command, `-v` an option.
        near = os.path.join(os.curdir, near)
    return shlex.quote(near)
