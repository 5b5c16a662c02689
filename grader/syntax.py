"""A syntax error in a student's file, in sentences for the student.

In: the bytes, and the error Python raised for them. Out: a finding whose
first line is a sentence; the broken line and a `^` stand below it.
"""

from __future__ import annotations

import re

from grader.broken import broken
from grader.foreign import foreign_line
from grader.model import Finding
from grader.odd_letters import odd_letter
from grader.reading import printable
from grader.syntax_words import syntax_words

# Of a broken line: so much is shown, and so much of it before the place.
MOST_SHOWN = 64
MOST_BEFORE = 48

# Text of the error or of its line -> what it was in an older Python.
_OLD = (
    (r"call to 'print'", "", "`print` is a function: write `print(...)`."),
    (r"call to 'exec'", "", "`exec` is a function: write `exec(...)`."),
    (
        r"starred expression",
        r"\(\(\s*\*",
        "Write `f(*t)`: a star needs no brackets of its own.",
    ),
    (
        r"",
        r"^\s*except\s+[\w.]+\s*,\s*\w+\s*:",
        "Write `except ValueError as error:`.",
    ),
    (r"leading zeros in decimal", "", "Write octal numbers as `0o17`."),
    (r"", r"^\s*raise\s+\w+\s*,", 'Write `raise ValueError("text")`.'),
    (r"", r"<>", "Write `!=`."),
    (r"", r"`[^`]+`", "Write `repr(x)` in place of backticks."),
    (r"", r"\bur['\"]", "Leave out the `u`: every text is Unicode now."),
    (
        r"decimal literal",
        r"\b\d+[lL]\b",
        "Leave out the `L`: an `int` has no largest value.",
    ),
    (
        r"",
        r"\basync\s*=|\bawait\s*=|\bimport async\b",
        "`async` and `await` are words of the language now: rename it.",
    ),
)


def broken_syntax(data: bytes, error: SyntaxError) -> Finding:
    """Explain a syntax error with its line and, if known, its repair.

    The line itself stands below the sentence, and a `^` at the place.
    """
    line, column = error.lineno or 0, error.offset or 0
    rows = data.decode("utf-8", "replace").splitlines()
    conflict = _merge_conflict(data, rows[line - 1:line])
    if conflict:
        return conflict
    foreign = foreign_line(rows, line)
    if foreign:
        line = foreign.line
        return broken(
            "not-python",
            f"Line {line} {foreign.text}." + _shown(rows, line, 0),
            foreign.hint,
            line,
        )
    row = rows[line - 1].strip() if 0 < line <= len(rows) else ""
    said = printable(error.msg or "invalid syntax")
    shown = _shown(rows, line, column)
    if isinstance(error, IndentationError):
        shown = _shown_starts(rows, line)
    for pattern, sign, hint in _OLD:
        if re.search(pattern, said) and re.search(sign, row):
            return broken(
                "old-python",
                f"Line {line} is not valid in current Python, only in older"
                f" ones.{shown}",
                hint,
                line,
                column,
            )
    text, hint = odd_letter(said) or syntax_words(said, row)
    return broken(
        "syntax",
        f"Line {line} is not valid Python: {text or said}.{shown}",
        hint or "Look at this line and at the end of the line before it.",
        line,
        column,
    )


def _merge_conflict(data: bytes, rows: list[str]) -> Finding | None:
    """Find a mark; equal signs count only in the broken line itself.

    Below a heading in a docstring they are no mark.
    """
    signs = rb"<<<<<<<|>>>>>>>"
    if rows and rows[0].rstrip() == "=======":
        signs += rb"|======="
    marker = re.search(rb"^(" + signs + rb")( |\r?$)", data, re.MULTILINE)
    if marker is None:
        return None
    line = data[: marker.start()].count(b"\n") + 1
    return broken(
        "merge-conflict",
        f"Line {line} is a mark of a merge conflict"
        f" (`{marker[1].decode()}`).",
        "Keep the lines you want; delete the lines with `<<<<<<<`,"
        " `=======` and `>>>>>>>`.",
        line,
    )


def _shown(rows: list[str], line: int, column: int) -> str:
    """The line and a `^` below the place, on lines of their own."""
    if not 0 < line <= len(rows) or not rows[line - 1].strip():
        return ""
    row = rows[line - 1].rstrip()
    blanks = len(row) - len(row.lstrip())
    start = max(blanks, column - MOST_BEFORE)
    dots = "... " if start > blanks else ""
    text = dots + printable(row[start:], MOST_SHOWN - len(dots))
    if not column:
        return f"\n    {text}"
    # Escapes make the text longer, so the part before the place is escaped.
    before = len(dots) + len(printable(row[start:max(column - 1, start)],
                                       MOST_SHOWN - len(dots)))
    return f"\n    {text}\n    {' ' * before}^"


def _shown_starts(rows: list[str], line: int) -> str:
    """The line and the one before it, with the blanks that they begin with.

    Tabs are seen as `\\t`.
    """
    if not 0 < line <= len(rows):
        return ""
    before = [row for row in rows[:line - 1] if row.strip()][-1:]
    pair = [row.rstrip() for row in (*before, rows[line - 1])]
    least = min(len(row) - len(row.lstrip(" ")) for row in pair)
    return "".join(f"\n    {printable(row[least:], MOST_SHOWN)}"
                   for row in pair)
