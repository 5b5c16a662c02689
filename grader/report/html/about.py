"""The end of the page: what was not looked at, and how it was graded."""

from __future__ import annotations

from grader.report.html.elements import Html, counted, number, tag, worded
from grader.report.html.overview import shown_time
from grader.report.schema import Report

WALLS = {
    "full": "full: student code ran behind walls. No network, no other "
            "processes, no files but its own.",
    "limits": "limits: student code had limits of time and memory, but files "
              "and network were not protected.",
    "process": "process: student code ran with the rights of whoever started "
               "the grader. Files and network were not protected.",
}


def not_looked_at(report: Report) -> Html:
    """What the points do not speak of."""
    inner = (tag("ul", [tag("li", text) for text in report.not_looked_at])
             if report.not_looked_at else
             tag("p", "Every task and every check that was asked for was "
                      "looked at."))
    return tag("section", tag("h2", "What was not looked at", id="left-out"),
               inner, aria_labelledby="left-out")


def about(report: Report) -> Html:
    """How it was graded, so that it can be done again."""
    isolation, submission = report.isolation, report.submission
    facts: list[tuple[str, Html | str]] = [
        ("Protection", worded(WALLS[isolation.level])),
        ("Walls", _walls(report)),
        ("Grader", f"version {report.grader.version}"),
        ("Seed", tag("code", str(report.seed)) if report.seed else
         "each task has its own"),
        ("Started", shown_time(report.started)),
        ("Time taken", f"{number(report.seconds)} seconds"),
        ("Submission", tag("code", submission.path)),
        ("Layout", submission.layout),
        ("Digest", tag("code", submission.digest)),
        ("Tasks", counted(len(report.tasks), "task"))]
    if isolation.why:
        facts.insert(2, ("Could not be had", tag("ul", [
            tag("li", reason) for reason in isolation.why])))
    return tag(
        "section", tag("h2", "How this was graded", id="about"),
        tag("dl", [(tag("dt", name), tag("dd", value))
                   for name, value in facts if value], class_="facts"),
        tag("p", "The same files and the same seed give the same points: "
                 "add ", tag("code", f"--seed {report.seed or 'NUMBER'}"),
            ".", class_="soft"),
        aria_labelledby="about")


def _walls(report: Report) -> str:
    isolation = report.isolation
    words = [f"Landlock version {isolation.landlock}" if isolation.landlock
             else "no Landlock",
             "seccomp" if isolation.seccomp else "no seccomp",
             "limits" if isolation.rlimits else "no limits"]
    if isolation.namespaces:
        words.append(f"namespaces {' '.join(isolation.namespaces)}")
    if isolation.preflight:
        words.append(f"preflight {isolation.preflight}")
    return ", ".join(words)
