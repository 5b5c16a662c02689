"""What the oracle and the mistakes of a figure draw, as outcomes.

They draw behind the walls, through the same reader as student code.
"""

from __future__ import annotations

from collections.abc import Sequence

from grader.checkfile import CheckFile
from grader.figures.sources import drawing_job, read_program
from grader.model import GraderError, Outcome
from grader.sandbox import AnySandbox

ORACLE = "oracle"


Drawings = dict[str, Outcome]


def all_drawings(files: Sequence[CheckFile],
                 sandbox: AnySandbox) -> dict[str, Drawings]:
    """Task id -> "oracle" and the name of each mistake -> its outcome.

    Asked for together, so that several draw at the same time.
    """
    named = [[ORACLE, *file.mistakes] for file in files]
    runs = dict(sandbox.run([
        drawing_job([read_program(file, name) for name in names])
        for file, names in zip(files, named)]))
    found = {}
    for index, (file, names) in enumerate(zip(files, named)):
        drawn = dict(zip(names, runs[index].outcomes, strict=True))
        if drawn[ORACLE].state != "value":
            raise GraderError(
                f"checks/{file.id}.py, oracle: it drew no figure "
                f"({drawn[ORACLE].error} {drawn[ORACLE].text}).")
        found[file.id] = drawn
    return found
