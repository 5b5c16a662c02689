"""What a student reads about one task, below its line in the report.

The smallest failing case in full, then names and hints of the others, then
what was found in the text of the file. 79 columns.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from grader.report.schema import CheckInfo, FindingInfo, TaskInfo

WIDTH = 79
INDENT = " " * 11
MOST_NAMED = 4
# For what a hint holds, in front of it; see `mistakes.py`.
PART = re.compile(r'^For (?:this call|".*?"|`.*?`): ')
Line = tuple[str, str]          # text, colour of its first word


def number(points: float) -> str:
    """Points, as short as they can be written."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def details(task: TaskInfo, verbose: bool = False,
            command: Callable[[], str] = str) -> Iterator[Line]:
    """What a student needs to know of one task; nothing if all is right.

    command: makes the words that show all of it; none by default
    """
    if task.status == "missing":
        if verbose or not task.stop.startswith("No file"):
            yield from wrapped(task.stop)
        return
    told = [finding for finding in task.findings
            if finding.part == "output" and finding.points_lost]
    lost = [check for check in task.checks if check.status != "passed"]
    hints: set[str] = set()     # told already: none stands here twice
    if lost and not told:
        yield from _output_details(task, lost, hints,
                                   None if verbose else command)
    for finding in task.findings:
        yield from _finding_lines(finding, hints)
    # A choice has nothing besides its answer that could earn points.
    is_choice = not task.file.endswith(".py")
    if len(lost) == len(task.checks) and task.parts and not is_choice:
        yield from _nothing_passed(task)
    remarks = dict.fromkeys(check.hint for check in task.checks
                            if check.status == "passed" and check.hint)
    for remark in remarks:      # told once, however many checks it is about
        yield from wrapped(f"remark: {remark}")


def _output_details(task: TaskInfo, lost: list[CheckInfo], hints: set[str],
                    command: Callable[[], str] | None) -> Iterator[Line]:
    """The smallest failing case in full, the other checks by name.

    hints: those that were told; they are added
    command: makes the words that show all; None: all is shown here
    """
    shown = shown_checks(lost)[:1 if command else None]
    for check in shown:
        yield from case_lines(check)
        yield from _hint(check.hint, hints)
    if not shown:
        yield from wrapped(lost[0].difference)
        yield from _hint(lost[0].hint, hints)
    points = _points_lost(task)
    others = _other_hints(shown[0], lost, hints) if shown and command else {}
    if len(lost) == len(task.checks) and not others:
        if len(lost) > 1:
            yield from wrapped(f"All {len(lost)} checks lost{points}.")
        return
    yield from wrapped(f"{len(lost)} of {len(task.checks)} checks lost"
                       f"{points}:")
    most = MOST_NAMED if command else len(lost)
    for check in lost[:most]:
        yield f"{INDENT}- {_cut(check.title)}", ""
        if check.name in others:
            yield from wrapped(f"  hint: {check.hint}", 8)
    if command and len(lost) > most:
        yield from with_command(f"{INDENT}- and {len(lost) - most} more",
                                command())


def with_command(text: str, command: str) -> Iterator[Line]:
    """The text and the command that shows more, which stays whole."""
    line = f"{text}: `{command}`"
    if not command:
        yield text, ""
    elif len(line) <= WIDTH:
        yield line, ""
    else:
        indent = len(text) - len(text.lstrip(" "))
        yield f"{text}:", ""
        yield " " * (indent + 2) + command, ""


def _points_lost(task: TaskInfo) -> str:
    """What the output lost; nobody knows it in the student edition."""
    part = task.parts.get("output")
    return f" ({_points(part.max_points - part.points)})" if (
        part is not None) else ""


def _points(points: float) -> str:
    return f"{number(points)} point{'s' * (number(points) != '1')}"


def shown_checks(lost: list[CheckInfo]) -> list[CheckInfo]:
    """The checks with a case that can be shown, the most telling first."""
    # A call that was stopped says more than those that came after it.
    return sorted((check for check in lost if check.got),
                  key=lambda check: (check.status == "not_run",
                                     len(check.call)))


def _other_hints(shown: CheckInfo, lost: list[CheckInfo],
                 hints: set[str]) -> dict[str, str]:
    """Other hints to the same call: a figure has many properties.

    Check name -> hint, each hint once.
    """
    found: dict[str, str] = {}
    for check in lost[:MOST_NAMED]:
        if check.call == shown.call and _is_new(check.hint, hints):
            found[check.name] = check.hint
    return found


def _is_new(hint: str, hints: set[str]) -> bool:
    """Whether a hint is told for the first time; it is noted."""
    bare = PART.sub("", hint)
    if not bare or bare in hints:
        return False
    hints.add(bare)
    return True


def _nothing_passed(task: TaskInfo) -> Iterator[Line]:
    """Why the points for form are gone too."""
    points = sum(part.max_points for name, part in task.parts.items()
                 if name != "output")
    yield from wrapped(f"The {_points(points)} for rules, style and docs "
                       f"count{'s' * (number(points) == '1')} once a check "
                       f"passes.")


def case_lines(check: CheckInfo) -> Iterator[Line]:
    """Call, expected and got of a failed check; not its hint."""
    for line in check.call.splitlines() or [""]:
        yield from wrapped(line)
    if check.expected:          # the policy may keep it back
        yield from _labelled("expected", check.expected)
    yield from _labelled("got", check.got)
    if check.difference and not _is_said(check):
        yield from wrapped(check.difference)
    if check.stdout and repr(check.stdout) not in check.got:
        yield from _labelled("printed", check.stdout.strip()[:300])


def _is_said(check: CheckInfo) -> bool:
    """Whether expected and got say all that the difference says."""
    return check.difference in check.got or check.difference == (
        f"expected {check.expected}, got {check.got}")


def _labelled(label: str, text: str) -> Iterator[Line]:
    lines = text.splitlines() or [""]
    if len(lines) == 1:
        yield from wrapped(f"{label + ':':<10}{text}", 12)
        return
    yield f"{INDENT}{label}:", ""
    for line in lines:          # printed lines keep their own blanks
        yield f"{INDENT}  {line.expandtabs()}"[:WIDTH + 60], ""


def _hint(hint: str, hints: set[str]) -> Iterator[Line]:
    if _is_new(hint, hints):
        yield from wrapped(f"hint: {hint}", 6)


def _finding_lines(finding: FindingInfo,
                   hints: set[str]) -> Iterator[Line]:
    where = f"line {finding.line}: " if finding.line else ""
    if f"line {finding.line}" in finding.text.lower():
        where = ""
    cost = (f"{finding.part} -{number(finding.points_lost)}: "
            if finding.points_lost else "remark: ")
    text, _, shown = finding.text.partition("\n")
    yield from wrapped(f"{cost}{where}{text}", 2)
    for line in shown.splitlines():     # the student's line, as it stands
        yield f"{INDENT}  {line.expandtabs()}"[:WIDTH], ""
    yield from _hint(finding.hint, hints)


def wrapped(text: str, hanging: int = 2) -> Iterator[Line]:
    """Text below a task, broken at blanks where it is too long."""
    indent = len(text) - len(text.lstrip(" "))
    for line in textwrap.wrap(
            text, WIDTH, initial_indent=INDENT + " " * indent,
            subsequent_indent=INDENT + " " * hanging,
            break_on_hyphens=False) or [""]:
        yield line, ""


def _cut(text: str) -> str:
    most = WIDTH - len(INDENT) - 2
    return text if len(text) <= most else text[:most - 4] + " ..."
