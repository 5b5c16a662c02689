"""GitHub Classroom: the result of a runner, version 3, as base64.

The reporter counts twice. It prints passed tests / tests * max_score, and it
sends the sum of the scores. So a test here is no check but an equal share of
the points, and so many shares pass as were earned. Where points are whole, a
share is one point. Where they are not, the number of shares is chosen so
that both sums agree to two decimals. Too few shares fit into a step output
for a loss of half a point in 700: then the sum that is sent is still the
exact one, what is printed is the nearest below full points, and the message
says so.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from grader.report.export.gradescope import demand_points
from grader.report.export.harmless import flat
from grader.report.export.items import (hundredths, points_text, share,
                                        short)
from grader.report.schema import Report, TaskInfo

MOST_BYTES = 96 << 10
MOST_SHARES = 1000      # with names as short as ours no more fit in
POINT = 100             # in hundredths


def to_classroom(report: Report) -> bytes:
    """The base64 text of the step output `result`, one line."""
    demand_points(report)
    if report.grader_errors:
        return _encoded({
            "version": 3, "status": "error", "max_score": 0, "tests": [],
            "message": flat(f"Grader error (ours, costs nothing): "
                            f"{report.grader_errors[0]}", 500)})
    most_shares = MOST_SHARES
    while True:
        encoded = _encoded(_result(report, most_shares))
        if len(encoded) <= MOST_BYTES or most_shares == 1:
            return encoded
        most_shares = most_shares * 9 // 10


def shares(points: int, most: int, most_shares: int) -> tuple[int, int]:
    """How many shares there are, and how many of them pass.

    points, most: in hundredths
    """
    wanted = min(max(most // POINT, 1), most_shares)
    if points == most:
        return wanted, wanted
    if points % POINT == 0 and most == wanted * POINT:
        return wanted, points // POINT
    found = (1, 0)
    for count in range(1, max(most_shares, 2) + 1):
        passes = round(points * count / most)
        # Some points are never none, and lost points never all of them.
        passes = min(max(passes, int(points > 0)), count - 1)
        if _fault(points, most, (count, passes)) < _fault(
                points, most, found):
            found = (count, passes)
    # The same with more shares tells more of each task.
    more = max(wanted // found[0], 1)
    return found[0] * more, found[1] * more


def _fault(points: int, most: int, found: tuple[int, int]) -> float:
    """How far the printed sum is from the points; a guess of 0 is worst."""
    count, passes = found
    if points and not passes:
        return float("inf")
    return abs(most * passes / count - points)


def _result(report: Report, most_shares: int) -> dict[str, Any]:
    points, most = map(hundredths, (report.points, report.max_points))
    count, passes = shares(points, most, most_shares)
    message = f"{points_text(points)} of {points_text(most)} points"
    printed = round(most * passes / count)
    if printed != points:
        message += (f"; the runner's table can only show "
                    f"{points_text(printed)}")
    status = "pass" if points == most else "fail"
    if not most:        # nothing that passes is not all that passes
        status, message = "error", "Nothing was graded"
    return {"version": 3, "status": status,
            "max_score": _number(most), "message": message,
            "tests": list(_tests(report, count, passes))}


def _tests(report: Report, count: int, passes: int
           ) -> Iterator[dict[str, Any]]:
    """The shares task by task; in each task, lost ones come last."""
    tasks = [task for task in report.tasks if task.status != "grader_error"]
    sizes = share(count, [task.max_points for task in tasks])
    scores = iter(_scores(report.points, passes))
    for task, size, won in zip(tasks, sizes, _won(tasks, sizes, passes)):
        for place in range(1, size + 1):
            is_won = place <= won
            yield {"name": f"{flat(short(task), 40)} {place}/{size}",
                   "status": "pass" if is_won else "fail",
                   "score": next(scores, 0) if is_won else 0,
                   "line_no": 0, "test_code": ""}


def _scores(points: float, passes: int) -> Iterator[float]:
    """Scores whose sum, added one by one, is exactly the points."""
    each = points / max(passes, 1)
    each = int(each) if each == int(each) else round(each, 4)
    total = 0.0
    for _ in range(passes - 1):
        total += each
        yield each
    last = points - total
    yield int(last) if last == int(last) else last


def _won(tasks: Sequence[TaskInfo], sizes: Sequence[int],
         passes: int) -> list[int]:
    """The shares that each task has won; together as many as passed."""
    won = [int(size * task.points / task.max_points) if task.max_points
           else 0 for task, size in zip(tasks, sizes)]
    partial = [index for index, size in enumerate(sizes)
               if 0 < tasks[index].points < tasks[index].max_points]
    # What rounding left goes to tasks that have lost something; a part of
    # all that being late has taken is taken from the last ones.
    for index in (*reversed(partial), *reversed(range(len(sizes)))):
        change = max(-won[index], min(sizes[index] - won[index],
                                      passes - sum(won)))
        won[index] += change
    return won


def _number(points: int) -> int | float:
    return points // POINT if points % POINT == 0 else points / POINT


def _encoded(result: dict[str, Any]) -> bytes:
    return base64.b64encode(msgspec.json.encode(result)) + b"\n"
