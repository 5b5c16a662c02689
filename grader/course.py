"""All check files of the course, and their plans, loaded when needed.

Plans are kept for a seed, so that many submissions graded with one seed ask
the oracle once.
"""

from __future__ import annotations

import fnmatch
import os

from grader.cases import Plan, plan
from grader.checkfile import CheckFile, find_ids, load
from grader.discover import Wanted
from grader.figures.sketches import Sketches
from grader.model import CheckFileError, UsageError

CHECKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "checks")


class Course:
    """The tasks in scope; a pattern such as `*/8-*` may narrow them.

    broken: task id -> what is wrong with its check file; our own fault
    sketches: figures that our own programs have drawn
    """

    def __init__(self, patterns: tuple[str, ...] = (),
                 root: str = CHECKS) -> None:
        ids = find_ids(root)
        chosen = [task for task in ids
                  if not patterns or _matches(task, patterns)]
        if not chosen:
            raise UsageError(f"No task is called {', '.join(patterns)}. "
                             f"Tasks are called {', '.join(ids[:3])} and so "
                             f"on; `*/8-*` finds by a part of the name.")
        self.left_out = len(ids) - len(chosen)
        self.broken: dict[str, str] = {}
        self.files: list[CheckFile] = []
        for task in chosen:
            try:
                self.files.append(load(root, task))
            except CheckFileError as error:
                self.broken[task] = str(error)
        self._plans: dict[tuple[str, int, bool], Plan] = {}
        self.sketches = Sketches()

    def wanted(self) -> list[Wanted]:
        """What discover has to look for."""
        return [Wanted(file.id, file.aliases,
                       ("",) if file.choice else (".py",))
                for file in self.files]

    def plan(self, file: CheckFile, seed: int, only_visible: bool) -> Plan:
        """The checks of one task; raises GraderError for a wrong file."""
        key = (file.id, seed, only_visible)
        if key not in self._plans:
            self._plans[key] = plan(file, seed, only_visible)
        return self._plans[key]


def _matches(task: str, patterns: tuple[str, ...]) -> bool:
    """Whole ids, patterns, or the task's own name or number."""
    name = task.partition("/")[2]
    return any(fnmatch.fnmatchcase(task, pattern)
               or fnmatch.fnmatchcase(name, pattern)
               or name.partition("-")[0] == pattern
               or task.partition("/")[0] == pattern.rstrip("/")
               for pattern in patterns)
