"""Sharpness of all tasks -> docs/sharpness.md."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Sequence

from grader.author.mutation.sharpness import Sharpness
from grader.author.mutation.telling import percent, total_rate

PLACE = ("docs", "sharpness.md")
HEAD = """# How sharp the checks are

A check is sharp if it notices wrong programs. To measure that, the grader
changes each reference solution in one place: `<` becomes `<=`, a number grows
by one, an `if` is always true, two arguments change places, an axis is left
out, a copy becomes the thing itself. Each changed program is a *mutant*. It
is graded like a student's file: the same sandbox, the same visible and hidden
checks, two different seeds. If it loses output points with both seeds, it is
*caught*. If not, it *survives*, and shows a gap in the checks. Points for
rules and style do not count here.

Some mutants are as right as the reference: `b + a` for `a + b`, or a change
in something that the task leaves free. The check file lists these in
`EQUIVALENT_MUTANTS`, each with its reason, and they are left out of the
share. A listed mutant that is caught after all is an error, so the lists stay
true.

At least 90 % of each task and 97 % of all must be caught. To measure again:

    python3 grader verify --mutants                 # every task, minutes
    python3 grader verify --mutants '*/8-ridin*'    # one task, a second
    python3 grader verify --mutants --write         # writes this page too

This page is written by the last of these. A test measures a part of it again.
"""
STEP = " " * 4
COLUMNS = ("mutants", "as right", "caught", "share")


def page_text(all_of_them: Sequence[Sharpness]) -> str:
    """The whole page."""
    topics = [(topic, list(group)) for topic, group in itertools.groupby(
        all_of_them, lambda sharp: sharp.file.id.partition("/")[0])]
    lines = [HEAD, "## All topics", "", *_table_head("topic")]
    lines += [row(topic, group) for topic, group in topics]
    lines += [row("all", all_of_them), ""]
    for topic, group in topics:
        lines += [f"## {topic}", "", *_table_head("task")]
        lines += [row(name_of(sharp), [sharp]) for sharp in group]
        lines += ["", *_survivors(group)]
    return "\n".join(lines).rstrip("\n") + "\n"


def name_of(sharp: Sharpness) -> str:
    """The task without its topic."""
    return sharp.file.id.rpartition("/")[2]


def _table_head(first: str) -> list[str]:
    return [f"| {first} | {' | '.join(COLUMNS)} |",
            "| --- " + "| ---: " * len(COLUMNS) + "|"]


def row(name: str, group: Sequence[Sharpness]) -> str:
    """One line of a table."""
    numbers = (sum(sharp.made for sharp in group),
               sum(len(sharp.equivalents) for sharp in group),
               sum(sharp.caught for sharp in group))
    return (f"| {name} | {' | '.join(map(str, numbers))} "
            f"| {percent(total_rate(group))} % |")


def _survivors(group: Sequence[Sharpness]) -> Iterator[str]:
    """The mutants of a topic that nobody catches yet."""
    for sharp in group:
        if not sharp.survivors:
            continue
        yield f"Not caught in {name_of(sharp)}:"
        yield ""
        for mutant, _ in sharp.survivors:
            yield from textwrap.wrap(
                f"line {mutant.line}: {mutant.id}", 79, initial_indent=STEP,
                subsequent_indent=STEP * 2, break_on_hyphens=False)
        yield ""
