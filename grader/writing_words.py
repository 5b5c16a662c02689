"""The words of `grader new` and `grader student`, which write files.

`grader.words` makes them commands. Both need `grader.author`, which the
student edition lacks; so it is imported when one of them is asked for.
"""

from __future__ import annotations

from typing import Annotated

import typer


def new(task: Annotated[str, typer.Argument(
            help="TOPIC/N-name, as in "
                 "0x00-linear_algebra/30-my_first_task.")],
        kind: Annotated[str, typer.Option(
            "--kind", help="function, script, class, choice or figure."
            )] = "function",
        title: Annotated[str, typer.Option(
            "--title", help="A few words for the lesson and the report; "
                            "without them, those of the name.")] = "",
        entry: Annotated[str, typer.Option(
            "--entry", help="Name of the function or class, if it is not "
                            "that of the task.")] = "",
        section: Annotated[str, typer.Option(
            "--section", help="Title of the section of the lesson that "
                              "teaches it; without it, the section of the "
                              "task before.")] = "") -> None:
    """Write a new task: solution, driver, check file, lesson block."""
    from grader.commands import new_command
    from grader.words import checkout
    raise typer.Exit(new_command(checkout(), {
        "task": task, "kind": kind, "title": title, "entry": entry,
        "section": section}))


def student(out: Annotated[str, typer.Argument(
                help="A new or empty folder, outside of this checkout.")],
            seed: Annotated[int, typer.Option(
                "--seed", help="Another number gives students other cases. "
                               "Never the cases of a grading.")] = 0,
            source: Annotated[str, typer.Option(
                "--source", help="OWNER/NAME@COMMIT: where the server gets "
                                 "the grader.")] = "",
            jobs: Annotated[int, typer.Option(
                "--jobs", min=0, max=64, help="Tasks that run at the same "
                                              "time; 0: as many as there "
                                              "are cores.")] = 0) -> None:
    """Write the student edition: lessons, stubs, visible checks."""
    from grader.commands import student_command
    from grader.words import checkout, cores
    raise typer.Exit(student_command(out, checkout(), seed, source,
                                     jobs or cores()))
