"""This grader on many submissions in one process, a report for each.

    ours_many.py FOLDER_OF_REPORTS SUBMISSION...

Runs inside a copy of the grader whose check files are the assignment.
"""

import os
import sys

from grader.course import Course
from grader.grading import grade
from grader.model import Limits
from grader.report.build import build_report
from grader.report.json import to_json
from grader.sandbox import open_sandbox

SEED = 5


def main(out, *folders):
    """One sandbox, one course; refuse to grade without all walls."""
    course = Course()
    with open_sandbox(Limits()) as sandbox:
        sandbox.demand("full")
        for folder in folders:
            report = to_json(build_report(
                grade(folder, course, sandbox, SEED)))
            path = os.path.join(out, f"{os.path.basename(folder)}.json")
            with open(path, "wb") as file:
                file.write(report)


if __name__ == "__main__":
    main(*sys.argv[1:])
