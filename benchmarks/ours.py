"""Grade the checkout N times in one process: `ours.py N TOPIC [JOBS]`."""

import sys
from pathlib import Path

from grader.course import Course
from grader.grading import grade
from grader.model import Limits
from grader.sandbox import open_sandbox

SEED = 5


def main(count: int, topic: str, jobs: int = 2) -> None:
    """One sandbox, one course, N submissions."""
    root = str(Path(__file__).resolve().parent.parent)
    course = Course((topic,))
    with open_sandbox(Limits(), jobs) as sandbox:
        for _ in range(count):
            result = grade(root, course, sandbox, SEED)
    assert all(task.status == "passed" for task in result.tasks)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:]))
