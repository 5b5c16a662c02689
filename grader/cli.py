"""The entrance: starts what can start early, then reads the words.

Loading the libraries takes longer than grading, so the zygote, which has to
load its own, is started before anything else when the words ask for grading.
"""

from __future__ import annotations

import sys

from grader.early import will_draw
from grader.sandbox import Started, can_fork, start_zygote, stop_zygote

COMMANDS = ("grade", "pytest", "schema", "verify")
PLAIN = ("--help", "--version")
NO_GRADING = (*PLAIN, "--no-fork")


def _start(words: list[str]) -> Started:
    """Start what will be needed; the slower one first."""
    drawing = start_zygote(draws=True) if will_draw(words) else None
    return start_zygote()._replace(drawing=drawing)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] not in COMMANDS + PLAIN:
        words = ["grade", *words]       # `grader PATH`, `grader --task X`
    grades = not words or (words[0] == "grade"
                           and not any(word in NO_GRADING for word in words))
    started = _start(words) if grades and can_fork() else None
    try:
        from grader.words import run_words
        return run_words(words, started)
    finally:
        if started is not None:
            stop_zygote(started)
