"""The entrance: starts what can start early, then reads the words.

Loading the libraries takes longer than grading. Words that ask for grading
are handed to a program that loads them once and becomes two processes,
`twins`; where that cannot be, a zygote loads its own beside us.
"""

from __future__ import annotations

import os
import sys

from grader.early import new_names, will_draw
from grader.sandbox import handover

TYPE_CHECKING = False           # loading `typing` takes longer than all this
if TYPE_CHECKING:
    from grader.sandbox import Started

COMMANDS = ("explain", "export", "grade", "new", "pytest", "schema",
            "student", "verify", "watch")
GRADE = ("explain", "grade", "watch")
PLAIN = ("--help", "--version")
NO_GRADING = (*PLAIN, "--no-fork")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status.

    arguments: the words; without them those of this process, which another
        program may replace then
    """
    given = sys.argv[1:] if arguments is None else arguments
    words = usual(given)
    if words is None:
        sys.stderr.write(f"There is no command `{given[0]}`, and no file of "
                         f"this name. Did you mean "
                         f"`{_near_command(given[0])}`?\n")
        return 2
    zygotes = wanted(words)
    if zygotes and arguments is None:
        _hand_over(words, zygotes)
    return obey(words, _start(zygotes))


def way(python: str, variables: dict[str, str]) -> handover.Command | None:
    """What `python` shall become to obey the words of this process.

    None: nothing but the grader itself
    """
    words = usual(sys.argv[1:])
    if words is None or not (zygotes := wanted(words)):
        return None
    return handover.command(python, words, variables, zygotes == "draw")


def usual(words: list[str]) -> list[str] | None:
    """The words with a command in front; None for a command with a slip."""
    if words[:1] in (["-h"], ["help"]):
        return ["--help"]
    if not words or words[0] in COMMANDS + PLAIN:
        return words
    if _near_command(words[0]):
        return None
    return ["grade", *words]            # `grader PATH`, `grader --task X`


def wanted(words: list[str]) -> str:
    """Which zygotes will be needed: "" for none, "plain", or "draw" too."""
    if words and (words[0] not in GRADE
                  or any(word in NO_GRADING for word in words)):
        return ""
    if words[:1] == ["explain"]:
        # Where the task is a file, that file is all that is graded.
        words = ["grade", *words[1:2], "--task", *words[1:]]
    if words[:1] == ["watch"]:      # figures are drawn when one is saved
        return "plain"
    new = new_names(words)
    if new == set():
        return ""               # all will be found among earlier results
    return "draw" if will_draw(words, new=new) else "plain"


def obey(words: list[str], started: Started | None) -> int:
    """Do what the words say; returns the exit status.

    started: a zygote that is starting already; it is stopped at the end
    """
    try:
        from grader.words import run_words
        return run_words(words, started)
    finally:
        if started is not None:
            from grader.sandbox import stop_zygote
            stop_zygote(started)


def _hand_over(words: list[str], zygotes: str) -> None:
    """Become the program that loads once; returns where that cannot be."""
    command = handover.command(sys.executable, words, os.environ,
                               zygotes == "draw")
    if command is not None:
        handover.become(command)


def _start(zygotes: str) -> Started | None:
    """Start what will be needed beside us; the slower one first."""
    if not zygotes:
        return None
    from grader.sandbox import can_fork, start_zygote
    if not can_fork():
        return None
    drawing = start_zygote(draws=True) if zygotes == "draw" else None
    return start_zygote()._replace(drawing=drawing)


def _near_command(word: str) -> str:
    """The command that was probably meant; empty where a path is."""
    if not word.isalpha() or os.path.lexists(word):
        return ""
    import difflib
    near = difflib.get_close_matches(word.lower(), COMMANDS, 1, 0.75)
    return near[0] if near else ""
