"""What the oracle and the mistakes of a figure draw, as outcomes.

They draw behind the walls, through the same reader as student code.
"""

from __future__ import annotations

from grader.checkfile import CheckFile
from grader.figures.sources import drawing_job, read_program
from grader.model import GraderError, Outcome
from grader.sandbox import AnySandbox

ORACLE = "oracle"


def drawings_of(file: CheckFile, sandbox: AnySandbox) -> dict[str, Outcome]:
    """"oracle" and the name of each mistake -> its outcome."""
    names = [ORACLE, *file.mistakes]
    job = drawing_job([read_program(file, name) for name in names])
    (_, run), = sandbox.run([job])
    found = dict(zip(names, run.outcomes, strict=True))
    if found[ORACLE].state != "value":
        raise GraderError(f"checks/{file.id}.py, oracle: it drew no figure "
                          f"({found[ORACLE].error} {found[ORACLE].text}).")
    return found
