"""The entrance: starts what can start early, then reads the words.

Loading the libraries takes longer than grading, so the zygote, which has to
load its own, is started before anything else when the words ask for grading.
"""

from __future__ import annotations

import os
import sys

from grader.early import new_names, will_draw
from grader.sandbox import Started, can_fork, start_zygote, stop_zygote

COMMANDS = ("explain", "export", "grade", "new", "pytest", "schema",
            "student", "verify", "watch")
PLAIN = ("--help", "--version")
NO_GRADING = (*PLAIN, "--no-fork")


def _start(words: list[str]) -> Started | None:
    """Start what will be needed; the slower one first."""
    if words[:1] == ["explain"]:
        words = ["grade", "--task", *words[1:]]
    if words[:1] == ["watch"]:      # figures are drawn when one is saved
        return start_zygote()
    new = new_names(words)
    if new == set():
        return None             # all will be found among earlier results
    drawing = start_zygote(draws=True) if will_draw(words, new=new) else None
    return start_zygote()._replace(drawing=drawing)


def _near_command(word: str) -> str:
    """The command that was probably meant; empty where a path is."""
    if not word.isalpha() or os.path.lexists(word):
        return ""
    import difflib
    near = difflib.get_close_matches(word.lower(), COMMANDS, 1, 0.75)
    return near[0] if near else ""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] in (["-h"], ["help"]):
        words = ["--help"]
    if words and words[0] not in COMMANDS + PLAIN:
        if near := _near_command(words[0]):
            sys.stderr.write(f"There is no command `{words[0]}`, and no file "
                             f"of this name. Did you mean `{near}`?\n")
            return 2
        words = ["grade", *words]       # `grader PATH`, `grader --task X`
    grades = not words or (words[0] in ("explain", "grade", "watch")
                           and not any(word in NO_GRADING for word in words))
    started = _start(words) if grades and can_fork() else None
    try:
        from grader.words import run_words
        return run_words(words, started)
    finally:
        if started is not None:
            stop_zygote(started)
