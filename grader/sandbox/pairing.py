"""Two sandboxes behind one face: one for functions, one for figures.

    PairedSandbox --+--> numpy only: opened at once
                    +--> with matplotlib: started when the first job draws

Loading matplotlib takes longer than grading a whole folder of functions, so
only jobs of the kind "figure" pay for it. It loads while the other jobs run.
Both are opened in the same way, behind the same walls, and both are tried
before they get student code; what the report says is the weaker of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from grader.model import LEVELS, GraderError, Isolation
from grader.sandbox import wire
from grader.sandbox.conversation import Run
from grader.sandbox.starting import Started, start_zygote, stop_zygote


class OneSandbox(Protocol):
    """What both ways of running jobs can do."""

    isolation: Isolation

    def run(self, jobs: Sequence[wire.Job]) -> Iterator[tuple[int, Run]]:
        """Yield (index of the job, its Run) as the jobs finish."""

    def close(self) -> None:
        """Leave nothing behind."""


class PairedSandbox:
    """Runs jobs of every kind; see the module.

    opener: makes the sandbox that draws, out of a started zygote or None
    forks: False where each job gets an interpreter of its own anyway
    early: a zygote that loads matplotlib already
    """

    def __init__(self, plain: OneSandbox, forks: bool,
                 opener: Callable[[Started | None], OneSandbox],
                 early: Started | None = None) -> None:
        self._plain = plain
        self._forks = forks
        self._opener = opener
        self._drawing: OneSandbox | None = None
        self._started = early
        self._least = "process"

    @property
    def isolation(self) -> Isolation:
        """What protected the jobs, as far as sandboxes were needed."""
        plain = self._plain.isolation
        if self._drawing is None:
            return plain
        return min(plain, self._drawing.isolation,
                   key=lambda isolation: (LEVELS.index(isolation.level),
                                          len(isolation.namespaces)))

    def demand(self, level: str) -> None:
        """Refuse with a GraderError to run anything behind less."""
        self._least = level
        reached = self.isolation
        if LEVELS.index(reached.level) < LEVELS.index(level):
            raise GraderError(
                f"isolation {level} was asked for, but only "
                f"{reached.level} can be had here: "
                f"{'; '.join(reached.why)}. Nothing was run.")

    def start_drawing(self) -> None:
        """Let matplotlib load beside what comes now; returns at once."""
        if self._forks and self._drawing is None and self._started is None:
            self._started = start_zygote(draws=True)

    def run(self, jobs: Sequence[wire.Job]) -> Iterator[tuple[int, Run]]:
        """Yield (index of the job, its Run) as the jobs finish."""
        places: dict[bool, list[int]] = {False: [], True: []}
        for place, job in enumerate(jobs):
            places[job.kind == "figure"].append(place)
        if places[True]:
            self.start_drawing()
        for draws, chosen in places.items():
            sandbox = self._sandbox(draws) if chosen else self._plain
            for index, run in sandbox.run([jobs[place] for place in chosen]):
                yield chosen[index], run

    def _sandbox(self, draws: bool) -> OneSandbox:
        if not draws:
            return self._plain
        if self._drawing is None:
            started, self._started = self._started, None
            self._drawing = self._opener(started)
        self.demand(self._least)
        return self._drawing

    def close(self) -> None:
        """Close both; a zygote that nobody needed is stopped too."""
        self._plain.close()
        if self._drawing is not None:
            self._drawing.close()
        if self._started is not None:
            stop_zygote(self._started)
