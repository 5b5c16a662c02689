"""Runs a submission's jobs and our own drawings, then judges figures.

Our drawings are made beside the student's, in one go. Figures come last:
until then all that they are compared with has been drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.cases import Plan
from grader.checkfile import CheckFile
from grader.figures.judging import Judgement, judge_figure
from grader.figures.sketches import Sketches
from grader.model import Outcome
from grader.sandbox import AnySandbox, Run, wire
from grader.sandbox.figures.records import Figure


class Critic:
    """Judges figures against sketches that are drawn when needed."""

    def __init__(self, sketches: Sketches, sandbox: AnySandbox) -> None:
        self._sketches = sketches
        self._sandbox = sandbox

    def run(self, jobs: Sequence[wire.Job], files: Sequence[CheckFile]
            ) -> Iterator[tuple[int, Run]]:
        """As `sandbox.run`; the runs of figures come when all is drawn.

        files: the check file of each job
        """
        orders = self._sketches.orders(
            [file for file in files if file.figure is not None])
        ours, drawn = len(orders), []
        # Ours first: it is the longest job, and the student's run beside it.
        for place, run in self._sandbox.run(
                [*(order.job for order in orders), *jobs]):
            index = place - ours
            if index < 0:
                self._sketches.keep(orders[place], run)
            elif files[index].figure is not None:
                drawn.append((index, run))
            else:
                yield index, run
        yield from drawn

    def wanted(self, plan: Plan) -> Figure:
        """The figure that is asked for; raises GraderError."""
        return self._sketches.oracle(plan.file)

    def judge(self, plan: Plan, outcome: Outcome) -> Judgement:
        """The judgement of a student's figure; raises GraderError."""
        file = plan.file
        return judge_figure(
            plan, outcome, self.wanted(plan),
            lambda: self._sketches.mistakes(file, self._sandbox))
