"""Drawings of our own programs: the oracle's first, mistakes when needed.

They are made behind the walls like student drawings and kept by the digest
of their program, so a whole cohort draws each of them once.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.checkfile import CheckFile
from grader.figures.sources import Program, drawing_job, read_program
from grader.model import GraderError, Outcome
from grader.sandbox import AnySandbox, Run, wire
from grader.sandbox.figures.records import (Drawing, FactsError, Figure,
                                            from_plain)


class Sketch(msgspec.Struct, frozen=True):
    """One program's figure; None and its exception if it raised."""

    figure: Figure | None
    error: str = ""


class Order(msgspec.Struct, frozen=True):
    """Sketches that have to be drawn, all in one child: they are ours."""

    digests: tuple[str, ...]
    job: wire.Job


def read_drawing(outcome: Outcome) -> Drawing | None:
    """The drawing in an outcome, None when there is none to be read."""
    if outcome.state != "value":
        return None
    try:
        return from_plain(outcome.value)
    except FactsError:
        return None


class Sketches:
    """All that was drawn so far; lives as long as the course."""

    def __init__(self) -> None:
        self._drawn: dict[str, Sketch] = {}
        self._known: dict[tuple[str, str], Program] = {}

    def orders(self, files: Sequence[CheckFile], names: Sequence[str] = ()
               ) -> list[Order]:
        """What has to be drawn before these functions can be asked for.

        names: functions of each file; without any, its oracle
        """
        jobs: dict[str, dict[str, Program]] = {}
        for file in files:
            for name in names or ("oracle",):
                program = self._program(file, name)
                if program.digest not in self._drawn:
                    jobs.setdefault(program.place, {})[
                        program.digest] = program
        return [Order(tuple(programs), drawing_job(list(programs.values())))
                for programs in jobs.values()]

    def keep(self, order: Order, run: Run) -> None:
        """Note what became of an order."""
        for digest, outcome in zip(order.digests, run.outcomes):
            drawing = read_drawing(outcome)
            figures = drawing.figures if drawing is not None else ()
            self._drawn[digest] = Sketch(
                figures[0] if figures else None,
                outcome.error if outcome.state == "exception"
                else outcome.text or "no figure")

    def oracle(self, file: CheckFile) -> Figure:
        """The figure that is asked for; raises GraderError."""
        sketch = self._find(file, "oracle")
        if sketch.figure is None:
            raise GraderError(f"checks/{file.id}.py, oracle: it drew no "
                              f"figure ({sketch.error}).")
        return sketch.figure

    def mistakes(self, file: CheckFile, sandbox: AnySandbox
                 ) -> dict[str, Sketch]:
        """Every mistake's sketch, by the name of the mistake."""
        orders = self.orders([file], list(file.mistakes))
        for index, run in sandbox.run([order.job for order in orders]):
            self.keep(orders[index], run)
        return {name: self._find(file, name) for name in file.mistakes}

    def _find(self, file: CheckFile, name: str) -> Sketch:
        return self._drawn[self._program(file, name).digest]

    def _program(self, file: CheckFile, name: str) -> Program:
        """The text of a function; a course reads each check file once."""
        key = (file.id, name)
        if key not in self._known:
            self._known[key] = read_program(file, name)
        return self._known[key]
