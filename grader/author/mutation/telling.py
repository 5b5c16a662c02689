"""Sharpness -> lines for a terminal: what was caught, what was not.

Each survivor comes with its change as a diff and with both ways out: an input
that catches it, or an entry in the check file that says why it is as right.
"""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterator, Sequence

from grader.author.mutation.mutants import Mutant, diff_of
from grader.author.mutation.sharpness import (LEAST_RATE, LEAST_TOTAL,
                                              Sharpness)
from grader.equivalents import NAME

WIDTH = 79
STEP = " " * 4
REASON = "why the task text allows it"


def task_lines(sharp: Sharpness) -> Iterator[str]:
    """What is to be said of one task: a line, then all that is amiss."""
    word = "broken" if sharp.error or sharp.stale else (
        "ok" if sharp.is_sharp else "blunt")
    yield f"  {word:<7}{counts(sharp):>9}  {sharp.file.id}"
    if sharp.error:
        yield from _filled(sharp.error)
    for entry in sharp.stale:
        yield from _filled(
            f"{NAME} names a change that does not survive, or that nobody "
            f"makes any more; remove the entry `{entry}`.")
    for mutant, seeds in sharp.survivors:
        yield from _survivor(sharp, mutant, seeds)
    if sharp.survivors:
        yield from _way_out(sharp)


def counts(sharp: Sharpness) -> str:
    """How many of the mutants that count are caught."""
    return "" if sharp.error else f"{sharp.caught} / {sharp.counted}"


def _filled(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=" " * 11,
                         subsequent_indent=" " * 13,
                         break_on_hyphens=False)


def _survivor(sharp: Sharpness, mutant: Mutant, seeds: tuple[int, ...]
              ) -> Iterator[str]:
    yield ""
    yield (f"    {sharp.file.id}, line {mutant.line}, "
           f"seed {' and '.join(map(str, seeds))}:")
    name = sharp.file.id.rpartition("/")[2] + ".py"
    for line in diff_of(mutant, sharp.text, name).splitlines():
        yield STEP + line
    yield "    its entry, if it is as right:"
    yield from entry_lines(mutant.id, REASON)


def _way_out(sharp: Sharpness) -> Iterator[str]:
    path = os.path.join("grader", "checks", sharp.file.id + ".py")
    yield ""
    yield from textwrap.wrap(
        f"Next: in {path}, let an `inputs_*` yield a call where the "
        f"changed program goes wrong, as the task text says. Or put the "
        f"entry into {NAME}, with the reason.", WIDTH,
        initial_indent=STEP, subsequent_indent=STEP, break_on_hyphens=False)
    yield ""


def entry_lines(change: str, reason: str) -> list[str]:
    """An entry of EQUIVALENT_MUTANTS, in lines of at most 79 letters."""
    return [*_literal(change, STEP, ":"),
            *_literal(reason, STEP + STEP, ",")]


def _literal(text: str, indent: str, end: str) -> list[str]:
    """A text as Python, cut between words where a line is full."""
    pieces = [""]
    for word in re.split("(?<= )", text):
        piece = pieces[-1] + word
        if pieces[-1] and len(indent + _quoted(piece) + end) > WIDTH:
            pieces.append(word)
        else:
            pieces[-1] = piece
    lines = [indent + _quoted(piece) for piece in pieces]
    return [*lines[:-1], lines[-1] + end]


def _quoted(text: str) -> str:
    text = text.replace("\\", "\\\\")
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace('"', '\\"') + '"'


def end_lines(all_of_them: Sequence[Sharpness]) -> Iterator[str]:
    """The sum, and what is asked for."""
    made = sum(sharp.made for sharp in all_of_them)
    right = sum(len(sharp.equivalents) for sharp in all_of_them)
    caught = sum(sharp.caught for sharp in all_of_them)
    yield (f"{made} mutants of {len(all_of_them)} "
           f"task{'s' * (len(all_of_them) != 1)}, {right} of them as right "
           f"as the reference.")
    yield (f"{caught} of the other {made - right} are caught: "
           f"{percent(total_rate(all_of_them))} %. Asked for: "
           f"{percent(LEAST_RATE)} % of each task, {percent(LEAST_TOTAL)} % "
           f"of all.")


def total_rate(all_of_them: Sequence[Sharpness]) -> float:
    """The share that is caught of all mutants that count."""
    counted = sum(sharp.counted for sharp in all_of_them)
    caught = sum(sharp.caught for sharp in all_of_them)
    return caught / counted if counted else 1.0


def is_sharp(all_of_them: Sequence[Sharpness]) -> bool:
    """Whether every task, and the whole, keep what is asked of them."""
    return all(sharp.is_sharp for sharp in all_of_them) \
        and total_rate(all_of_them) >= LEAST_TOTAL


def percent(rate: float) -> str:
    """A share with one decimal; 100 only if nothing is missing."""
    return "100" if rate == 1 else f"{min(rate * 100, 99.9):.1f}".removesuffix(
        ".0")
