"""Topics and their tasks: what lost points first, what passed folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.report.html.checks import hint_of, lost_checks, passed_checks
from grader.report.html.elements import (Html, counted, number, slug, tag,
                                         verbatim, worded)
from grader.report.html.evidence import NOTHING, Evidence
from grader.report.html.pictures import figure_checks
from grader.report.html.quoted import quoted
from grader.report.html.source import line_id, notes_of, source_of
from grader.report.schema import FindingInfo, Report, TaskInfo
from grader.report.visible import score_words

SIGNS = {"passed": "\u2713", "failed": "\u2717", "refused": "\u2298",
         "missing": "\u25cb", "later": "\u2026", "grader_error": "!"}
WORDS = {"passed": "passed", "failed": "failed", "refused": "refused",
         "missing": "missing", "later": "later",
         "grader_error": "grader error"}
ORDER = ("failed", "refused", "grader_error", "missing", "later", "passed")
MOST_BYTES = 3 << 20        # of all tasks; those after it are cut short
CUT_SHORT = ("To keep this page small, your file, pictures and further cases "
             "are left out here. Grade this task alone to see them.")
OURS = "This is a fault of the grader, not yours. It costs nothing."


def topics_of(report: Report) -> dict[str, list[TaskInfo]]:
    """The tasks of each topic, in their order."""
    topics: dict[str, list[TaskInfo]] = {}
    for task in report.tasks:
        topics.setdefault(task.id.partition("/")[0], []).append(task)
    return topics


def topic_title(folder: str) -> str:
    """`0x00-linear_algebra` -> `Linear algebra`."""
    name = folder.partition("-")[2].replace("_", " ").strip()
    return name.capitalize() or folder


def topic_sections(report: Report,
                   evidence: Mapping[str, Evidence]) -> Iterator[Html]:
    """One section a topic."""
    used = 0
    for folder, tasks in topics_of(report).items():
        shown: list[Html] = []
        for task in sorted(tasks, key=lambda task: ORDER.index(task.status)):
            known = evidence.get(task.id, NOTHING)
            html = task_html(task, known, used < MOST_BYTES)
            used += len(html)
            shown.append(html)
        name = slug(folder)
        yield tag("section", tag(
            "h2", topic_title(folder), " ", tag("code", folder), id=name),
            shown, aria_labelledby=name, class_="topic")


def task_html(task: TaskInfo, evidence: Evidence, in_full: bool) -> Html:
    """One task; folded unless points were lost."""
    heading = tag("h3", _badge(task), " ",
                  tag("span", task.id.partition("/")[2], class_="name"), " ",
                  tag("span", score_words(task), class_="score"))
    words = f"task {task.status}"
    if task.status == "passed":
        return tag("details", tag("summary", heading), _body(
            task, evidence, False), class_=words, id=slug(task.id))
    return tag("article", heading, _body(task, evidence, in_full),
               class_=words, id=slug(task.id))


def _badge(task: TaskInfo) -> Html:
    return tag("span", tag("span", SIGNS[task.status], aria_hidden="true"),
               " " + WORDS[task.status], class_=f"badge {task.status}")


def _body(task: TaskInfo, evidence: Evidence,
          in_full: bool) -> Iterator[Html]:
    if task.title:
        yield tag("p", worded(task.title), class_="statement")
    if task.status == "missing":
        yield tag("p", worded(task.stop or "The file was not found."))
        return
    if task.status == "grader_error":
        yield tag("p", OURS)
        return
    if task.status == "later":
        yield tag("p", "Your choice is judged at grading.")
        return
    yield _parts(task)
    yield from _lost(task, evidence, in_full)
    notes = notes_of(task, evidence) if in_full else {}
    for finding in task.findings:
        if finding.line not in notes:
            yield from _finding(finding)
    yield from _nothing_passed(task)
    yield from passed_checks(task.checks)
    yield from _again(task)
    if task.stdout.strip():
        yield tag("details", tag("summary", "Printed while the file was "
                                            "loaded"),
                  verbatim(task.stdout.strip()), class_="more")
    if in_full and evidence.lines:
        yield _file(task, evidence, notes)
    elif not in_full and task.status != "passed":
        yield tag("p", CUT_SHORT, class_="soft")


def _parts(task: TaskInfo) -> Html:
    return tag("ul", [
        tag("li", f"{name} ", tag(
            "strong", f"{number(part.points)} / {number(part.max_points)}"),
            class_="part full" if part.points == part.max_points else "part")
        for name, part in task.parts.items() if part.max_points],
        class_="parts")


def _again(task: TaskInfo) -> Iterator[Html]:
    """How to get the same hidden inputs; where the result comes from."""
    hidden = any(check.visibility == "hidden" for check in task.checks)
    if hidden and task.seed and task.status != "passed":
        yield tag("p", "The inputs of hidden checks come from a seed; ",
                  tag("code", f"--seed {task.seed}"),
                  " gives the same again.", class_="soft")
    if task.cached:
        yield tag("p", "Nothing changed since an earlier run: this is its "
                       "result.", class_="soft")


def _lost(task: TaskInfo, evidence: Evidence,
          in_full: bool) -> Iterator[Html]:
    """What the output points were lost for; a finding may say it all."""
    told = any(finding.part == "output" and finding.points_lost
               for finding in task.findings)
    if told:
        return
    if evidence.is_figure:
        yield from figure_checks(task.checks, evidence, in_full)
    else:
        yield from lost_checks(task.checks, in_full)


def _finding(finding: FindingInfo) -> Iterator[Html]:
    """A finding without a line that is shown."""
    cost = (f"{finding.part} \u2212{number(finding.points_lost)}: "
            if finding.points_lost else "Remark: ")
    where = f"line {finding.line}: " if finding.line else ""
    sentence, lines = quoted(finding.text)
    yield tag("div" if lines else "p", tag("strong", cost), where, sentence,
              lines, class_="finding")
    yield from hint_of(finding.hint)


def _nothing_passed(task: TaskInfo) -> Iterator[Html]:
    """Why the points for form are gone too."""
    is_choice = not task.file.endswith(".py")
    if is_choice or any(check.status == "passed" for check in task.checks):
        return
    points = sum(part.max_points for name, part in task.parts.items()
                 if name != "output")
    if points:
        yield tag("p", f"The {number(points)} points for rules, style and "
                       f"docs count once a check passes.")


def _file(task: TaskInfo, evidence: Evidence,
          notes: dict[int, list[Html]]) -> Html:
    """The file; open when something is said in it."""
    links = [joined_link(task.id, line) for line in sorted(notes)]
    return tag(
        "details",
        tag("summary", "Your file ", tag("code", task.file), ", ",
            counted(len(evidence.lines), "line")),
        tag("p", "Marked: ", links, class_="marked") if links else None,
        source_of(task, evidence, notes), class_="more file",
        open="" if notes else None)


def joined_link(task: str, line: int) -> Html:
    """A link to a line of the file."""
    return tag("a", f"line {line}", href=f"#{line_id(task, line)}",
               class_="jump")
