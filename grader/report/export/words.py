"""The words of `grader export`; `grader.words` makes them a command."""

from __future__ import annotations

from typing import Annotated

import typer


def export(
        format: Annotated[str, typer.Argument(
            help="badge, classroom, ctrf, github, gitlab, gradescope, "
                 "junit, markdown, sarif; or gradescope-autograder.")],
        report: Annotated[str, typer.Argument(
            help="The JSON that `grader grade --json FILE` has written. For "
                 "gradescope-autograder: the zip file to write.")],
        out: Annotated[str, typer.Option(
            "--out", help="Write to this file; without it, to standard "
                          "output.")] = "",
        reveal: Annotated[str, typer.Option(
            "--reveal", help="What a failed hidden check shows: full, "
                             "actual-only, hint-only or nothing; never "
                             "more than the report holds.")] = "",
        hidden_visibility: Annotated[str, typer.Option(
            "--hidden-visibility", help="Gradescope: when students see the "
                                        "hidden checks: visible, hidden, "
                                        "after_due_date or "
                                        "after_published.")] = "visible"
        ) -> None:
    """Write a report in a format that other programs read."""
    from grader.report.export.command import ExportOptions
    from grader.report.export.command import export as export_report
    raise typer.Exit(export_report(ExportOptions(
        format, report, out, reveal, hidden_visibility)))
