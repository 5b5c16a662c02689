"""Why the bytes of a file are no Python text, in sentences for the student.

In: the bytes. Out: a finding, or None when Python may try to read them.
"""

from __future__ import annotations

import codecs
import re

from grader.coding import coding_of
from grader.foreign import foreign_bytes
from grader.model import Finding
from grader.reading import printable

# A syntax tree takes some 500 times the bytes of the text in memory.
MOST_BYTES = 100_000
MOST_BRACKETS = 150

_PLAIN_CODINGS = re.compile(
    r"utf-8(-sig)?|ascii|cp125\d|cp437|cp850|iso8859-\d+|mac-roman"
)


def broken(
    code: str, text: str, hint: str, line: int = 0, column: int = 0
) -> Finding:
    """Make the finding that the file cannot run."""
    return Finding("output", code, text, hint, line=line, column=column)


def too_deep() -> Finding:
    """Make the finding for nesting beyond what Python can read."""
    return broken(
        "too-deep",
        "The file cannot be read: its brackets or blocks are nested too deep.",
        "Write it in several steps.",
    )


def broken_bytes(data: bytes) -> Finding | None:
    """Find what is wrong with the bytes before Python sees them."""
    if len(data) > MOST_BYTES:
        return broken(
            "too-large",
            f"The file has {len(data)} bytes; more than {MOST_BYTES} are"
            " not read.",
            "A task needs a few hundred lines at most.",
        )
    foreign = foreign_bytes(data)
    if foreign:
        return broken(
            "not-python", f"This {foreign.text}.", foreign.hint, foreign.line
        )
    if _is_utf16(data):
        return broken(
            "encoding",
            "The file is not saved as UTF-8 but as UTF-16.",
            "Save it as UTF-8. Notepad asks for it below `Save as`, at"
            " `Encoding`; other editors have `Save with encoding`.",
        )
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return broken(
            "encoding",
            f"Line {line} holds a NUL byte, so this is no text file.",
            "Save it again as plain text in UTF-8.",
            line,
        )
    return _wrong_coding(data) or _too_nested(data)


def _is_utf16(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    # Without a mark: every second byte of English text is zero.
    even, odd = data[::2].count(0), data[1::2].count(0)
    return len(data) > 3 and (
        min(even, odd) * 10 < len(data) < max(even, odd) * 5
    )


def _wrong_coding(data: bytes) -> Finding | None:
    hint = "Save the file as UTF-8 and delete its line with `coding`, if any."
    try:
        coding = _coding(data)
        # Exotic codings such as utf-7 can hide code from a human reader.
        if not _PLAIN_CODINGS.fullmatch(codecs.lookup(coding).name):
            raise SyntaxError(f"the coding {coding} is not supported")
        data.decode(coding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return broken(
            "encoding",
            f"Line {line} holds a character that is not saved as"
            f" {coding.upper()}.",
            hint,
            line,
        )
    except (SyntaxError, LookupError) as error:
        text = printable(str(error).removesuffix(" for '<string>'"))
        return broken(
            "encoding", f"The text cannot be decoded: {text}.", hint
        )
    return None


def _coding(data: bytes) -> str:
    try:
        return coding_of(data)
    except SyntaxError as error:
        # The first lines are no UTF-8, and no other coding is named.
        if str(error).startswith("invalid or missing"):
            return "utf-8"
        raise


def _too_nested(data: bytes) -> Finding | None:
    """Count open brackets; those in texts count too, which is harmless."""
    depth = 0
    for sign in re.findall(rb"[\[({\])}]", data):
        depth = depth + 1 if sign in b"[({" else max(depth - 1, 0)
        if depth > MOST_BRACKETS:
            return too_deep()
    return None
