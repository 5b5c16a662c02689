"""How sharp the checks of each task are: the share of mutants they catch.

A survivor that the check file lists as EQUIVALENT_MUTANTS is as right as the
reference, and is left out of the share. An entry of that list which names no
mutant, or one that is caught, is stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from grader.author.mutation.equivalent import entry_of
from grader.author.mutation.keeping import Shelf, Verdicts, digest_of
from grader.author.mutation.mutants import Mutant, make_mutants
from grader.author.mutation.verdicts import judged
from grader.checkfile import CheckFile
from grader.course import Course
from grader.discover import discover
from grader.model import GraderError, TaskFile
from grader.sandbox import AnySandbox

LEAST_RATE = 0.9            # of each task
LEAST_TOTAL = 0.97          # of all mutants of the course


class Sharpness(msgspec.Struct, frozen=True):
    """What became of the mutants of one task.

    text: the reference solution
    made: how many mutants there are; 0 for a choice, which has none
    survivors: mutants that a check must catch, each with the seeds that
        miss it
    stale: entries of the check file's list that should go
    error: why the mutants could not be judged
    """

    file: CheckFile
    text: str
    made: int = 0
    caught: int = 0
    equivalents: tuple[Mutant, ...] = ()
    survivors: tuple[tuple[Mutant, tuple[int, ...]], ...] = ()
    stale: tuple[str, ...] = ()
    error: str = ""

    @property
    def counted(self) -> int:
        """How many mutants should be caught."""
        return self.made - len(self.equivalents)

    @property
    def rate(self) -> float:
        """The share of those that is caught."""
        return self.caught / self.counted if self.counted else 1.0

    @property
    def is_sharp(self) -> bool:
        """Whether the task keeps what is asked of it."""
        return not self.error and not self.stale and self.rate >= LEAST_RATE


def measure(course: Course, root: str, sandbox: AnySandbox,
            shelf: Shelf | None = None) -> Iterator[Sharpness]:
    """Yield the sharpness of each task with a program as its solution.

    root: the checkout with the reference solutions
    """
    tasks = {task.id: task for task in discover(root, course.wanted()).tasks}
    for file in course.files:
        if file.choice is not None:
            continue
        task = tasks[file.id]
        if task.source is None:
            yield Sharpness(file, "", error="its reference solution is "
                                            "missing.")
            continue
        text = task.source.data.decode()
        try:
            mutants = make_mutants(file, text)
            verdicts = _verdicts(task, mutants, (file, course, sandbox),
                                 shelf)
        except SyntaxError:
            yield Sharpness(file, text, error="its reference solution is no "
                                              "Python.")
        except GraderError as error:
            yield Sharpness(file, text, error=str(error))
        else:
            yield weigh(file, text, mutants, verdicts)


def _verdicts(task: TaskFile, mutants: Sequence[Mutant],
              tools: tuple[CheckFile, Course, AnySandbox],
              shelf: Shelf | None) -> list[tuple[int, ...]]:
    """The seeds that miss each mutant, from the cache where it holds."""
    file, course, sandbox = tools
    key = shelf.key(file, task) if shelf else ""
    known: Verdicts = shelf.recall(key) if shelf else {}
    names = [digest_of(mutant.text) for mutant in mutants]
    new = [place for place, name in enumerate(names) if name not in known]
    if new:
        for place, missed in judged(
                file, task, [mutants[place].text for place in new], course,
                sandbox):
            known[names[new[place]]] = missed
        if shelf:
            shelf.keep(key, {name: known[name] for name in names})
    return [known[name] for name in names]


def weigh(file: CheckFile, text: str, mutants: Sequence[Mutant],
          verdicts: Sequence[tuple[int, ...]]) -> Sharpness:
    """Verdicts -> numbers, survivors and stale entries."""
    alive = [(mutant, missed) for mutant, missed in zip(mutants, verdicts)
             if missed]
    right = {mutant.id: entry for mutant, _ in alive
             if (entry := entry_of(file, mutant))}
    return Sharpness(
        file, text, len(mutants), len(mutants) - len(alive),
        tuple(one for one, _ in alive if one.id in right),
        tuple(pair for pair in alive if pair[0].id not in right),
        tuple(entry for entry in file.equivalents
              if entry not in right.values()))
