"""The files that tell a server how to grade: GitHub Actions, GitLab CI.

With a source, the repository and the commit of the trusted grader stand in
them, and what needs no trust is cut: a score never turns into practice. As
texts between quotes, since forty digits alone would be read as a number.
"""

from __future__ import annotations

GITHUB = ".github/workflows/grade.yml"
GITLAB = ".gitlab-ci.yml"
# Name in the edition -> name of the template; a dot would hide it here.
SERVERS = {GITHUB: "grade.yml", GITLAB: "gitlab-ci.yml"}
# From here on, a template speaks of grading without a trusted grader.
PRACTICE = {GITHUB: "\n  # No grader is named", GITLAB: "\n# No grader is"}


def with_source(name: str, text: str, source: str) -> str:
    """The template of one server, with this source.

    source: `OWNER/NAME@COMMIT`, or "" to take it from the server's settings
    """
    if not source:
        return text
    repository, _, commit = source.partition("@")
    text = text.partition(PRACTICE[name])[0]
    if name == GITLAB:
        return text.replace("\nworkflow:\n", (
            f"\nvariables:\n  GRADER_REPOSITORY: '{repository}'\n"
            f"  GRADER_COMMIT: '{commit}'\n\nworkflow:\n"), 1)
    text = text.replace("vars.GRADER_COMMIT != '' &&\n      (", "(")
    text = text.replace("${{ vars.GRADER_REPOSITORY }}", f"'{repository}'")
    return text.replace("${{ vars.GRADER_COMMIT }}", f"'{commit}'")
