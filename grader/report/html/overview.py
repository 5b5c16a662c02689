"""The top of the page: points, what to do next, all tasks at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.report.html.elements import (Html, counted, joined, number, slug,
                                         tag, verbatim, worded)
from grader.report.html.tasks import (ORDER, SIGNS, WORDS, topic_title,
                                      topics_of)
from grader.report.schema import LateInfo, Report, TaskInfo
from grader.report.visible import amounts, sum_words
from grader.what_to_type import to_type

MOST_STEPS = 3


def header_of(report: Report) -> Html:
    """Points, whose work, when."""
    return tag(
        "header",
        tag("p", "Mathematics in Machine Learning: report of the grader",
            class_="eyebrow"),
        _heading(report), bar(*sums(report.tasks)
                              if not report.max_points else
                              (report.points, report.max_points)),
        _counts(report.tasks),
        _late(report.late) if report.late else None,
        tag("p", "Submission ", tag("code", report.submission.path),
            ", graded ", shown_time(report.started), class_="soft"))


def _heading(report: Report) -> Html:
    """The points; in the student edition, how many checks passed."""
    first, _, rest = sum_words(report).partition(" ")
    if not first[0].isdigit():
        return tag("h1", sum_words(report))
    return tag("h1", tag("span", first, class_="big"), " " + rest)


def sums(tasks: Sequence[TaskInfo]) -> tuple[float, float]:
    """What some tasks have earned, and the most that they could."""
    found = [amounts(task) for task in tasks
             if task.status != "grader_error"]
    return sum(one for one, _ in found), sum(most for _, most in found)


def _late(late: LateInfo) -> Html:
    return tag(
        "p", tag("strong", "Late: "), "due ", shown_time(late.due),
        ", handed in ", shown_time(late.submitted), ". ",
        f"{counted(late.days, 'day')} (a day that has begun counts) cost "
        f"{number(late.percent)} % of the {number(late.points_before)} "
        f"points that were earned.")


def shown_time(text: str) -> Html:
    """The time as it is in the report, for people and programs."""
    day, _, clock = text.partition("T")
    words = f"{day} {clock[:5]} UTC" if clock.endswith("+00:00") else text
    return tag("time", words, datetime=text)


def bar(points: float, most: float) -> Html:
    """How much of a whole was earned; the number always stands beside it."""
    part = 100 * points / most if most else 0
    return tag("svg", tag("rect", class_="all", width="100%", height="100%"),
               tag("rect", class_="done", width=f"{part:.2f}%",
                   height="100%"), class_="bar", aria_hidden="true")


def _counts(tasks: Sequence[TaskInfo]) -> Html:
    """How many tasks are in which state."""
    counts = [(status, sum(task.status == status for task in tasks))
              for status in ("passed", *ORDER[:-1])]
    return tag("ul", [
        tag("li", tag("span", SIGNS[status], aria_hidden="true"),
            f" {count} {WORDS[status]}", class_=f"badge {status}")
        for status, count in counts if count], class_="counts")


def next_steps(report: Report) -> Html:
    """What to do now, best first."""
    return tag("section", tag("h2", "What to do next", id="next"),
               _steps(report), aria_labelledby="next", class_="next")


def _steps(report: Report) -> Html:
    if report.grader_errors and not report.tasks:
        return tag("p", "Nothing could be graded: see the grader errors "
                        "below. They cost no points.")
    lost = [task for task in report.tasks
            if task.status in ("failed", "refused")]
    missing = [task for task in report.tasks if task.status == "missing"]
    if not lost and not missing:
        return tag("p", "Nothing to repair: every visible check passes."
                   if report.extra else "Nothing to repair: every point "
                   "that was asked for is earned.")
    steps = [tag("li", _repair(task, report)) for task in lost[:MOST_STEPS]]
    more = len(lost) - MOST_STEPS
    if more > 0:
        steps.append(tag("li", f"Then go on with {counted(more, 'more task')}"
                               f" below that lost points."))
    if missing:
        steps.append(tag("li", *_write(missing)))
    return tag("ol", steps)


def _repair(task: TaskInfo, report: Report) -> Html:
    command = to_type(task.id, report.submission.path)
    most = task.max_points - task.points
    to_win = f" ({number(most)} points to win)" if task.max_points else ""
    return joined([
        tag("p", "Repair ", tag("a", task.id, href=f"#{slug(task.id)}"),
            f"{to_win}, then grade it again:"),
        verbatim(command)])


def _write(missing: Sequence[TaskInfo]) -> Iterator[Html]:
    first = missing[0]
    link = tag("a", first.id, href=f"#{slug(first.id)}")
    more = f" {len(missing)} tasks are missing." if len(missing) > 1 else ""
    if first.stop and not first.stop.startswith("No file"):
        yield tag("p", "Look at ", link, ": ", worded(first.stop), more)
        return
    yield tag("p", "Write ", link, "; its lesson is the README of that "
                                   "topic.", more)


def glance(report: Report) -> Html:
    """Every task as one small link, topic by topic."""
    rows = []
    for folder, tasks in topics_of(report).items():
        points, most = sums(tasks)
        rows.append(tag(
            "li", tag("p", tag("a", topic_title(folder),
                               href=f"#{slug(folder)}", class_="topic"), " ",
                      tag("span", f"{number(points)} / {number(most)}",
                          class_="score")),
            bar(points, most),
            tag("ul", [tag("li", _chip(task)) for task in tasks],
                class_="chips")))
    return tag("section", tag("h2", "All tasks", id="tasks"),
               tag("ul", rows, class_="glance"), aria_labelledby="tasks")


def _chip(task: TaskInfo) -> Html:
    name = task.id.partition("/")[2]
    return tag("a", tag("span", SIGNS[task.status], aria_hidden="true"),
               " ", name.partition("-")[0],
               href=f"#{slug(task.id)}", class_=f"chip {task.status}",
               aria_label=f"{name}: {WORDS[task.status]}", title=name)


def notices(report: Report) -> Iterator[Html]:
    """What must not be overlooked: our own faults, remarks, gaps."""
    if report.grader_errors:
        yield tag("section",
                  tag("h2", "Grader errors", id="errors"),
                  tag("p", "These are faults of the grader, not yours. They "
                           "cost nothing."),
                  tag("ul", [tag("li", worded(error))
                             for error in report.grader_errors]),
                  aria_labelledby="errors", class_="notice")
    if report.submission.remarks:
        yield tag("section", tag("h2", "Notes on the folder", id="notes"),
                  tag("ul", [tag("li", worded(remark))
                             for remark in report.submission.remarks]),
                  aria_labelledby="notes", class_="notice")
