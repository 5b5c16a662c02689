"""`grader verify --mutants`: how sharp is each check file?"""

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec

from grader.author.mutation.keeping import open_shelf
from grader.author.mutation.page import PLACE, page_text
from grader.author.mutation.sharpness import Sharpness, measure
from grader.author.mutation.telling import (end_lines, is_sharp,
                                            task_lines)
from grader.course import Course
from grader.model import Limits, UsageError
from grader.report.json import write_whole
from grader.sandbox import open_sandbox


class MutantOptions(msgspec.Struct, frozen=True):
    """The words of `grader verify --mutants`.

    root: the checkout with the reference solutions
    write: write docs/sharpness.md there too
    """

    tasks: tuple[str, ...]
    root: str
    jobs: int = 2
    write: bool = False


def measured(options: MutantOptions) -> Iterator[str | bool]:
    """Yield lines as they come; the last is whether all is sharp."""
    if options.write and options.tasks:
        raise UsageError("docs/sharpness.md tells of all tasks: leave the "
                         "task out, or --write.")
    course = Course(options.tasks)
    found: list[Sharpness] = []
    for task, error in course.broken.items():
        yield f"  broken   {task}: {error}"
    shelf = open_shelf()
    try:
        with open_sandbox(Limits(), options.jobs) as sandbox:
            for sharp in measure(course, options.root, sandbox, shelf):
                found.append(sharp)
                yield from task_lines(sharp)
    finally:
        if shelf is not None:
            shelf.close()
    yield from end_lines(found)
    if options.write:
        path = os.path.join(options.root, *PLACE)
        write_whole(path, page_text(found).encode())
        yield f"{path} is written."
    yield is_sharp(found) and not course.broken
