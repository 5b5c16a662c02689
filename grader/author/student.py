"""`grader student OUT`: the repository that students get.

    check files -> records (no program, no answer)  \\
    references  -> stubs                             >  pages -> OUT, at once
    lessons, drivers, package, templates            /

Nothing is written before all is made, and every mistake must show its hint in
the edition as it does for the instructor.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

import msgspec

from grader import __version__
from grader.author.edition.drawing import Drawings, all_drawings
from grader.author.edition.equality import same_text
from grader.author.edition.folder import Page, demand_free, write_folder
from grader.author.edition.holding import choices_of_cases
from grader.author.edition.hints import lost_hints, plan_of
from grader.author.edition.recording import (record, record_choice,
                                             record_figure)
from grader.author.edition.remembering import with_memory
from grader.author.edition.rows import to_rows
from grader.author.edition.tree import (data_pages, lesson_pages,
                                        package_pages, root_pages, stub_page)
from grader.checkfile import CheckFile
from grader.checkpaths import EDITION
from grader.course import Course
from grader.model import Check, GraderError, Limits, UsageError
from grader.sandbox import open_sandbox
from grader.shipped_records import (EDITION_SEEDS, SAME_ENDING, VERSION,
                                    Edition)

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}", re.ASCII)


class StudentOptions(msgspec.Struct, frozen=True):
    """The words of `grader student`; see its help.

    root: the checkout with lessons and reference solutions
    """

    out: str
    root: str
    seed: int = 0
    source: str = ""
    jobs: int = 2


class Made(msgspec.Struct, frozen=True):
    """What was written, in numbers."""

    tasks: int
    files: int
    size: int
    seed: int


def make_edition(options: StudentOptions,
                 course: Course | None = None) -> Made:
    """Make the whole edition; raises UsageError or GraderError."""
    if not 0 <= options.seed < len(EDITION_SEEDS):
        raise UsageError(f"--seed {options.seed}: write a whole number from "
                         f"0 to {len(EDITION_SEEDS) - 1}.")
    if options.source and not SOURCE.fullmatch(options.source):
        raise UsageError(f"--source {options.source}: write OWNER/NAME@ and "
                         f"all 40 letters of a commit. A branch or a tag "
                         f"could change later.")
    demand_free(options.out, options.root)
    course = course or Course()
    if course.edition is not None:
        raise UsageError("This is a student edition already. Make another "
                         "one in the instructor edition.")
    if course.broken:
        raise GraderError(" ".join(course.broken.values()))
    seed = EDITION_SEEDS[options.seed]
    pages = dict(all_pages(options, course, seed))
    write_folder(options.out, pages)
    return Made(len(course.files), len(pages),
                sum(len(page.data) for page in pages.values()), seed)


def all_pages(options: StudentOptions, course: Course,
              seed: int) -> Iterator[tuple[str, Page]]:
    """Every file of the edition."""
    yield from root_pages(options.root, options.source)
    yield from package_pages(PACKAGE)
    yield f"grader/checks/{EDITION}", Page(to_rows(Edition(
        VERSION, seed, __version__)))
    counts: dict[str, int] = {}
    figures = [file for file in course.files if file.figure is not None]
    with open_sandbox(Limits(), options.jobs) as sandbox:
        drawn = all_drawings(figures, sandbox)
    for file in course.files:
        yield stub_page(options.root, file)
        yield from data_pages(file)
        counts[file.id], pages = check_pages(file, seed,
                                             drawn.get(file.id, {}))
        yield from pages.items()
    for topic in {file.id.rpartition("/")[0]: None for file in course.files}:
        yield from lesson_pages(options.root, topic, counts)


def check_pages(file: CheckFile, seed: int, drawn: Drawings
                ) -> tuple[int, dict[str, Page]]:
    """How many checks the edition has of a task, and what it knows of it.

    drawn: what the programs of a figure draw
    """
    place = f"grader/checks/{file.id}"
    if file.choice is not None:
        return 0, {place + ".json": Page(to_rows(record_choice(file)))}
    if file.figure is not None:
        count = len(file.figure.parts)
        shipped = record_figure(file, drawn)
        same = same_text(file, ())
    else:
        file = with_memory(file)
        checks = chosen_checks(file, seed)
        count = len(plan_of(file, checks).checks)
        shipped = record(file, checks)
        same = same_text(file, [case.expected for check in checks
                                for case in check.cases])
    pages = {place + ".json": Page(to_rows(shipped))}
    if same:
        pages[place + SAME_ENDING] = Page(same.encode())
    return count, pages


def chosen_checks(file: CheckFile, seed: int) -> Sequence[Check]:
    """The checks of the edition; every mistake has its hint with them."""
    lost: list[str] = []
    for checks in choices_of_cases(file, seed):
        lost = lost_hints(file, checks)
        if not lost:
            return checks
    raise GraderError(f"checks/{file.id}.py: with this seed students would "
                      f"not see the hint of {', '.join(lost)}. Take another "
                      f"--seed, or add an input.")
