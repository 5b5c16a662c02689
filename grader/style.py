"""The form of a file: pycodestyle, first line, executable bit.

In: the bytes of a file. Out: a `FormResult`. Reads text
only: nothing is run, no settings of the user are read, nothing is printed,
and the time is bounded for every input.
"""

from __future__ import annotations

import functools
import io
from types import SimpleNamespace
from typing import Any

from grader.coding import coding_of
from grader.form import FormResult
from grader.model import Finding, SourceFile
from grader.reading import printable
from grader.style_words import explain_code

FIRST_LINE = b"#!/usr/bin/env python3"
MOST_BYTES = 64_000
MOST_COLUMNS = 1000
MOST_FINDINGS = 10

_BOM = b"\xef\xbb\xbf"


def check_style(source: SourceFile) -> FormResult:
    """Ask for three things: pycodestyle, first line, executable bit.

    Where the system has no executable bit, only two are asked for.
    """
    first_line = _check_first_line(source.data)
    mode = [] if source.executable is not False else [
        Finding(
            "style",
            "not-executable",
            "The file is not executable.",
            f"Run `chmod +x {source.name}`.",
        )
    ]
    pep8 = _check_pep8(source.data)
    asked = 3 if source.executable is not None else 2
    kept = asked - bool(first_line) - bool(mode) - bool(pep8)
    return FormResult(tuple(first_line + mode + pep8), kept, asked)


def _check_first_line(data: bytes) -> list[Finding]:
    line, _, rest = data.partition(b"\n")
    if line == FIRST_LINE:
        return []
    wanted = FIRST_LINE.decode()
    hint = f"Write `{wanted}` as the very first line."
    shown = printable(line.decode("utf-8", "replace"), 60)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = "The file is saved as UTF-16, so its first line is unreadable."
        hint = "Save it as UTF-8 in your editor."
    elif line.removeprefix(_BOM).rstrip(b"\r") == FIRST_LINE:
        if line.startswith(_BOM):
            text = "An invisible mark (BOM) stands before the first line."
            hint = "Save the file as `UTF-8`, not as `UTF-8 with BOM`."
        else:
            text = "The first line has a Windows line end (CRLF)."
            hint = "Choose the line end `LF` in your editor and save again."
    elif any(row.strip() == FIRST_LINE for row in rest.splitlines()[:20]):
        text = f"`{wanted}` is not the first line of the file."
        hint = "Nothing may stand before it, not even an empty line."
    elif line.lstrip().startswith(b"#!"):
        text = f"The first line is `{shown}`."
        hint = f"It must be exactly `{wanted}`."
    else:
        text = f"The first line `{wanted}` is missing."
    return [Finding("style", "first-line", text, hint, line=1)]


def _check_pep8(data: bytes) -> list[Finding]:
    """Run pycodestyle and fold what it says, at most one finding a code."""
    lines = _lines(data)
    widest = max((len(line.rstrip("\n")) for line in lines), default=0)
    if len(data) > MOST_BYTES or widest > MOST_COLUMNS:
        # Some checks need the square of the length of a line.
        what = (
            f"a line of {widest} characters"
            if widest > MOST_COLUMNS
            else f"{len(data)} bytes"
        )
        return [
            Finding(
                "style",
                "too-long",
                f"The file has {what}, too long to check its style.",
                "Keep each line below 80 characters and the file short.",
            )
        ]
    seen = _Seen()
    try:
        _checker(lines, seen).check_all()
    except Exception:
        # pycodestyle stumbles over some broken texts; that is no crash of
        # ours, and the file is certainly not clean.
        seen.error(1, 0, "E902 ", None)
    return _fold(seen, lines)


def _lines(data: bytes) -> list[str]:
    """Decode as Python does, with every kind of line end as one.

    A giant is not: some codings take the square of the length.
    """
    try:
        text = data.decode(coding_of(data) if len(data) <= MOST_BYTES
                           else "latin-1")
    except (SyntaxError, UnicodeError, LookupError, ValueError):
        text = data.decode("latin-1")
    return io.StringIO(text, newline=None).readlines()


class _Seen:
    """Stands in for the report of pycodestyle, which prints."""

    def __init__(self) -> None:
        self.places: dict[str, list[tuple[int, int, str]]] = {}

    def init_file(self, *_: object) -> None:
        """Nothing to prepare."""

    def increment_logical_line(self) -> None:
        """Nothing to count."""

    def get_file_results(self) -> int:
        """Tell how many codes were seen."""
        return len(self.places)

    def error(
        self, line: int, offset: int, text: str, check: object
    ) -> str | None:
        """Keep one complaint, unless pycodestyle ignores it by default."""
        code, said = text[:4], text[5:]
        if _settings().ignore_code(code):
            return None
        self.places.setdefault(code, []).append((line, offset + 1, said))
        return code


@functools.cache
def _settings() -> SimpleNamespace:
    """Defaults of pycodestyle, built once.

    Its StyleGuide would read ~/.config/pycodestyle whatever it is told, so
    only its two methods that choose the checks are borrowed.
    """
    import pycodestyle

    guide: Any = pycodestyle.StyleGuide.__new__(pycodestyle.StyleGuide)
    ignored = tuple(pycodestyle.DEFAULT_IGNORE.split(","))
    guide.options = SimpleNamespace(select=(), ignore=ignored)
    return SimpleNamespace(
        physical_checks=guide.get_checks("physical_line"),
        logical_checks=guide.get_checks("logical_line"),
        ast_checks=guide.get_checks("tree"),
        ignore_code=guide.ignore_code,
        max_line_length=79,
        max_doc_length=None,
        indent_size=4,
        hang_closing=None,
        verbose=0,
    )


def _checker(lines: list[str], seen: _Seen) -> Any:
    from grader.quick_style import QuickChecker

    return QuickChecker(lines, _settings(), seen)


def _words(
    code: str, places: list[tuple[int, int, str]], lines: list[str]
) -> tuple[str, str]:
    """Sentence and hint of one code; about types, from the lines."""
    if code == "E721":
        from grader.compared_types import type_words

        words = type_words(lines, sorted(place[:2] for place in places))
        if words is not None:
            return words
    return explain_code(code, min(places)[2])


def _fold(seen: _Seen, lines: list[str]) -> list[Finding]:
    findings = []
    for code, places in seen.places.items():
        line, column, _ = min(places)
        text, hint = _words(code, places, lines)
        rows = len({row for row, _, _ in places})
        if rows > 1:
            text += f" ({rows} lines, the first is line {line}.)"
        findings.append(
            Finding("style", code, text, hint, line=line, column=column)
        )
    findings.sort(key=lambda finding: (finding.line, finding.column))
    more = len(findings) - MOST_FINDINGS
    if more > 0:
        findings[MOST_FINDINGS:] = [
            Finding(
                "style",
                "more",
                f"There are {more} more kinds of style errors."
                if more > 1
                else "There is 1 more kind of style error.",
                "Run `pycodestyle` on the file to see them all.",
            )
        ]
    return findings
