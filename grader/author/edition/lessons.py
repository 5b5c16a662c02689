"""A lesson for students: the report it shows is theirs.

A lesson shows what the grader says at first, with points. In the student
edition the same lines tell visible checks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SCORE = re.compile(r"^( *failed +(\S+)) +0 / \d+(?=$| )", re.MULTILINE)
SUM = re.compile(r"^(\d+) tasks: (?:0 ok, )?(\d+) failed\. 0 of \d+ "
                 r"points\.$", re.MULTILINE)
WIDTH = 68          # of a line of the report up to the end of its score


def student_lesson(text: str, topic: str,
                   counts: Mapping[str, int]) -> str:
    """The lesson with visible checks in the place of points.

    counts: task id -> how many visible checks it has; 0 for a choice
    """
    of_topic = [count for task, count in counts.items()
                if task.startswith(topic + "/")]

    def score(found: re.Match[str]) -> str:
        count = counts.get(f"{topic}/{found[2]}", 0)
        words = f"0 of {count} checks" if count else ""
        start = found[1]
        if not start.startswith(" "):
            return f"{start}   {words}".rstrip()
        return f"{start}{words:>{WIDTH - len(start)}}".rstrip()
    text = SCORE.sub(score, text)
    return SUM.sub(rf"\1 tasks: \2 failed. Visible checks: 0 of "
                   rf"{sum(of_topic)}; more are run at grading.", text)
