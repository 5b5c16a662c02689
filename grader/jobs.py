"""A task and some calls -> what a child is told."""

from __future__ import annotations

import ast

from grader.checkfile import CheckFile
from grader.figures.sources import given_files
from grader.forms import banned_modules
from grader.model import TaskFile
from grader.questions import mentioned
from grader.sandbox import wire
from grader.tame import is_tame

TAME_KINDS = ("function", "class", "script")
JOB_KINDS: dict[str, wire.Kind] = {"script": "script", "figure": "figure"}


def job_for(file: CheckFile, task: TaskFile,
            calls: tuple[wire.WireCall, ...],
            tree: ast.Module | None = None) -> wire.Job:
    """The student's file, these calls and the limits; no answer of ours.

    tree: of the file, if it may share a child with others
    """
    assert task.source is not None
    return wire.Job(
        JOB_KINDS.get(file.kind, "function"),
        file.id.rpartition("/")[2], task.source.data, file.entry,
        mentioned(task), banned_modules(file), calls, file.limits,
        files=given_files(file),
        is_tame=tree is not None and file.kind in TAME_KINDS
        and not file.pace and is_tame(tree))
