"""This grader on one submission: `ours_once.py STAGE`, inside the cage."""

import sys
from pathlib import Path

from grader.course import Course
from grader.grading import grade
from grader.model import Limits
from grader.report.build import build_report
from grader.report.json import to_json
from grader.sandbox import open_sandbox

SEED = 20_26


def main(root: Path) -> int:
    """Write the report; refuse to grade without all walls."""
    course = Course(root=str(root / "checks"))
    with open_sandbox(Limits()) as sandbox:
        sandbox.demand("full")
        result = grade(str(root / "submissions" / "1"), course, sandbox, SEED)
    (root / "out" / "report").write_bytes(to_json(build_report(result)))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
