"""Guess which task a file with a slightly wrong name was meant to be.

In: the names found in a folder and the names that belong there. Out: for a
missing name the file that looks like it. Nothing here is ever graded: a
guess only makes a sentence.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from grader.reading import printable

CANDIDATES = 200
LEAST = 0.1         # better than nothing: any name with words is closer

_NUMBER = re.compile(r"(0x[0-9a-f]+|\d+)[\s._-]*")
_ENDING = re.compile(r"(\.(pyw?|txt|ipynb|bak|orig))+$")
_COPY = re.compile(r"^\s*(copy[\s_-]+of[\s_-]+)+")
# Words that stand beside a number when the task's own words are left out.
_ONLY_NUMBER = re.compile(r"(task|exercise|ex|question|q|problem|file)?")
_DRIVER = re.compile(r"(\d+[\s._-]*)?(main|test)(\d*|[\s._-].*)")


def near_names(
    found: Collection[str], expected: Collection[str]
) -> dict[str, str]:
    """Map each missing name to the file that was probably meant by it.

    A file that looks more like a task that is present is left alone: it is a
    copy of that one.
    """
    missing = [name for name in expected if name not in found]
    if not missing:
        return {}
    best: dict[str, tuple[float, str]] = {}
    for name in sorted(set(found) - set(expected))[:CANDIDATES]:
        if is_driver(name):
            continue
        closeness, task = max(
            (_closeness(name, task), task) for task in sorted(expected)
        )
        if task in missing and closeness > best.get(task, (0.0, ""))[0]:
            best[task] = closeness, name
    return {task: name for task, (_, name) in best.items()}


def is_driver(name: str) -> bool:
    """Tell if the file only shows or tests a task, as `8-main.py` does."""
    return _DRIVER.fullmatch(_ENDING.sub("", name.lower())) is not None


def _closeness(name: str, task: str) -> float:
    """Likeness of two names from 0 to 1; 0 when it is too small."""
    number, words = _parts(name)
    task_number, task_words = _parts(task)
    if number == task_number and _ONLY_NUMBER.fullmatch(words):
        return LEAST
    matcher = difflib.SequenceMatcher(None, words, task_words, False)
    # With another number the words must agree almost wholly: `1-area` and
    # `2-area` can be different tasks.
    enough = 0.75 if number == task_number else 0.9
    if matcher.quick_ratio() < enough:
        return 0.0
    ratio = matcher.ratio()
    if ratio < enough:
        return 0.0
    return (ratio + (number == task_number)) / 2


def _parts(name: str) -> tuple[str, str]:
    """Split `3-some_words.py` into its number and its words."""
    stem = _COPY.sub("", _ENDING.sub("", name.lower()))
    match = _NUMBER.match(stem)
    number, words = ("", stem)
    if match:
        number, words = match[1], stem[match.end():]
    elif last := re.fullmatch(r"([a-z]+)[\s._-]*(\d+)", stem):
        # `task8` is the other way round.
        number, words = last[2], last[1]
    if number.isdigit():
        number = number.lstrip("0") or "0"
    return number, re.sub(r"[\s._-]+", "_", words)


def misnamed_sentence(near: str, name: str) -> str:
    """What is said of a file that was probably meant by a task's name."""
    shown = printable(near)
    if near.lower().endswith(".ipynb"):
        return (f"`{shown}` is a notebook. Export it as Python; the name "
                f"must be `{name}`.")
    more = ""
    if near.strip().lower() == name.lower():
        more = " Blanks and capital letters count."
    return (f"`{shown}` looks like this task; its name must be `{name}`."
            f"{more}")
