"""`grader export`: a report file -> one format, to a file or to the output.

Exit status 0 when it was written, 2 when the report or the words are wrong.
A grader error inside the report is said on the error output: what was
written is true, but its points are not the last word.
"""

from __future__ import annotations

import difflib
import importlib
import os
import stat
import sys
from typing import Any

import msgspec

from grader.model import UsageError
from grader.plain import clean
from grader.policy import REVEALS, Policy, Reveal
from grader.report.export.gradescope import VISIBILITIES, to_gradescope
from grader.report.export.harmless import harmless
from grader.report.export.reading import read_report
from grader.report.json import write_whole
from grader.report.reveal import redact
from grader.report.schema import Report

FORMATS = ("badge", "classroom", "ctrf", "github", "gitlab", "gradescope",
           "junit", "markdown", "sarif")
AUTOGRADER = "gradescope-autograder"


class ExportOptions(msgspec.Struct, frozen=True):
    """The words of `grader export`; see its help.

    reveal: "" shows what the report holds
    """

    format: str
    report: str
    out: str = ""
    reveal: str = ""
    hidden_visibility: str = "visible"


def export(options: ExportOptions) -> int:
    """Read, redact, write; gives the exit status."""
    _known("FORMAT", options.format, (*FORMATS, AUTOGRADER))
    _known("--reveal", options.reveal or REVEALS[0], REVEALS)
    _known("--hidden-visibility", options.hidden_visibility, VISIBILITIES)
    if options.format == AUTOGRADER:
        from grader.report.export.autograder import make_autograder
        if options.out:
            raise UsageError(f"{AUTOGRADER} takes the name of the zip file "
                             f"in the place of a report, and no --out.")
        _save(options.report, make_autograder(options.reveal,
                                              options.hidden_visibility))
        return 0
    report = read_report(options.report)
    data = write_format(report, options)
    if options.out:
        _save(options.out, data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    if report.grader_errors:
        sys.stderr.write("The report holds a grader error (ours, costs "
                         "nothing): grade again before points are "
                         "published.\n")
    return 0


def write_format(report: Report, options: ExportOptions) -> bytes:
    """Redact first, then make each text harmless, then write."""
    level = msgspec.convert(options.reveal or REVEALS[0], Reveal)
    shown = harmless(redact(report, Policy(reveal=level)))
    if options.format == "gradescope":
        return to_gradescope(shown, options.hidden_visibility)
    module: Any = importlib.import_module(
        f"grader.report.export.{options.format}")
    data: bytes = getattr(module, f"to_{options.format}")(shown)
    return data


def _save(path: str, data: bytes) -> None:
    """Write the file, whole or not at all; nothing but a file is replaced."""
    name = clean(path, 200)
    try:
        # A rename would put a file in the place of a device or a link.
        if os.path.lexists(path) and not stat.S_ISREG(os.lstat(path).st_mode):
            raise UsageError(f"{name} is no plain file: name a new one, or "
                             f"leave --out away and use `>`.")
        write_whole(path, data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no name of a file"
        raise UsageError(f"{name} could not be written: {why}.") from None


def _known(option: str, word: str, words: tuple[str, ...]) -> None:
    if word not in words:
        near = difflib.get_close_matches(word, words, 1)
        advice = f"Did you mean {near[0]}?" if near else (
            f"Write one of {', '.join(words)}.")
        raise UsageError(f"{option} {clean(word, 100)}: {advice}")
