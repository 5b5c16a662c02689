"""The figures of the student edition: drawn before, kept as facts.

Nothing is drawn here but the student's own figure. The facts come through
`records.from_plain` like those of any other drawing.
"""

from __future__ import annotations

from collections.abc import Sequence

from grader.checkfile import CheckFile
from grader.figures.sketches import Order, Sketch, Sketches, read_drawing
from grader.model import GraderError, Outcome
from grader.programs import run_program
from grader.sandbox import AnySandbox
from grader.sandbox.figures.records import Figure
from grader.shipped_programs import DRAW


class ShippedSketches(Sketches):
    """Sketches that are read from the check files."""

    def orders(self, files: Sequence[CheckFile], names: Sequence[str] = ()
               ) -> list[Order]:
        """Nothing has to be drawn."""
        return []

    def oracle(self, file: CheckFile) -> Figure:
        """The figure that is asked for; raises GraderError."""
        sketch = sketch_of(run_program(file.oracle, file.entry, DRAW))
        if sketch.figure is None:
            raise GraderError(f"checks/{file.id}.json holds no figure. Get a "
                              f"fresh copy of the student edition.")
        return sketch.figure

    def mistakes(self, file: CheckFile, sandbox: AnySandbox
                 ) -> dict[str, Sketch]:
        """Every mistake's sketch, by the name of the mistake."""
        return {name: sketch_of(run_program(program, file.entry, DRAW))
                for name, program in file.mistakes.items()}


def sketch_of(outcome: Outcome) -> Sketch:
    """One program's figure from its outcome, or why there is none."""
    drawing = read_drawing(outcome)
    figures = drawing.figures if drawing is not None else ()
    return Sketch(figures[0] if figures else None,
                  outcome.error if outcome.state == "exception"
                  else outcome.text or "no figure")
