"""The name of a new task: its form, its topic, and that it is free."""

from __future__ import annotations

import difflib
import keyword
import os
import re

from grader.checkpaths import find_ids
from grader.facts import KINDS
from grader.model import UsageError

NAME = re.compile(r"(0|[1-9]\d{0,3})-([a-z][a-z0-9_]{0,23})")
LONGEST = 24                # so that every line of the forms fits
FORM = ("Write TOPIC/N-name with up to 24 small letters, digits and `_`, as "
        "in 0x00-linear_algebra/30-my_first_task")


def topic_and_name(task: str, root: str) -> tuple[str, str]:
    """The two halves of TOPIC/N-name; raises UsageError."""
    topic, _, name = task.replace(os.sep, "/").strip("/").rpartition("/")
    if not topic:
        raise UsageError(f"{task} names no topic. {FORM}.")
    topics = [one for one in sorted(os.listdir(root)) if os.path.isfile(
        os.path.join(root, one, "README.md")) and one.startswith("0x")]
    if topic not in topics:
        raise UsageError(f"There is no topic {topic}. "
                         f"{_nearest(topic, topics)}")
    name = name.removesuffix(".py")
    if name.endswith("-main"):
        raise UsageError(f"{name} is the name of a driver. Call the task "
                         f"after what a student does in it.")
    if not NAME.fullmatch(name):
        better = _better(name)
        raise UsageError(f"{name} is no name of a task. {FORM}."
                         + (f" Did you mean {topic}/{better}?"
                            if better else ""))
    return topic, name


def _nearest(word: str, words: list[str]) -> str:
    begun = [one for one in words if one.startswith(word)]
    if len(begun) == 1:
        return f"Did you mean {begun[0]}?"
    low = {one.lower(): one for one in words}
    near = difflib.get_close_matches(word.lower(), [
        *low, *(one.partition("-")[2] for one in low)], 1, 0.4)
    found = [one for key, one in low.items() if near and near[0] in key]
    return (f"Did you mean {found[0]}?" if found
            else f"Topics are {', '.join(words)}.")


def _better(name: str) -> str:
    """A right name that is near to a wrong one, or nothing."""
    number, _, rest = name.partition("-")
    if not number.isdigit():
        return ""
    rest = re.sub(r"\W+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_",
                                      rest)).strip("_").lower()
    better = f"{int(number)}-{rest}"
    fits = NAME.fullmatch(better) and rest != "main"
    return better if fits else ""


def demand_free_number(topic: str, name: str, checks: str) -> None:
    """No other task of the topic has this number; raises UsageError."""
    number = name.partition("-")[0]
    taken = {one.partition("/")[2].partition("-")[0]: one
             for one in find_ids(checks) if one.startswith(topic + "/")}
    if number in taken:
        free = next(one for one in range(int(number), 10_000)
                    if str(one) not in taken)
        raise UsageError(f"Task {number} is {taken[number]} already, and "
                         f"nothing was written. The next free number is "
                         f"{free}: {topic}/{free}-{name.partition('-')[2]}.")


def kind_of(kind: str) -> str:
    """One of the kinds of tasks; raises UsageError."""
    if kind not in KINDS:
        near = difflib.get_close_matches(kind.lower(), KINDS, 1, 0.4)
        raise UsageError(f"--kind {kind}: " + (
            f"did you mean {near[0]}?" if near
            else f"write one of {', '.join(KINDS)}."))
    return kind


def entry_of(entry: str, name: str, kind: str) -> str:
    """The name of the function or class; raises UsageError."""
    if kind in ("script", "choice"):
        if entry:
            raise UsageError(f"--entry {entry}: a {kind} has no function. "
                             f"Leave --entry out.")
        return ""
    words = name.partition("-")[2]
    made = entry or ("".join(word.capitalize() for word in words.split("_"))
                     if kind == "class" else words)
    if not made.isidentifier() or made.startswith("_") \
            or keyword.iskeyword(made) or len(made) > LONGEST:
        raise UsageError(f"`{made}` cannot be the name of a {kind}. Give "
                         f"another one of up to {LONGEST} letters with "
                         f"--entry.")
    return made


def title_of(title: str, name: str) -> str:
    """One line that starts with a capital letter; raises UsageError."""
    made = " ".join((title or name.partition("-")[2].replace(
        "_", " ")).split()).rstrip(".")
    if not 3 <= len(made) <= 60 or '"' in made or "`" in made \
            or "\\" in made or not made[0].isalpha():
        raise UsageError(f"--title {title!r}: write 3 to 60 letters that "
                         f"begin with a letter, without quotation marks.")
    return made[0].upper() + made[1:]
