"""Files that are something else than a Python program, by their looks.

A notebook, a web page, a document; or Python with prompts, line numbers or
commands that were copied along. In: the bytes. Out: what it is and the way
out, or None.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Foreign(NamedTuple):
    """What a file is instead of a program.

    text: goes on after `This` or after `Line 3`
    line: 0 when it is about the whole file
    """

    text: str
    hint: str
    line: int = 0


_PLAIN = ("Open the editor in which you write code, copy the program into a "
          "new file and save it as plain text.")
_MAGIC = (
    (b"PK\x03\x04", "is a packed file or a document of a word processor"),
    (b"%PDF", "is a PDF document"),
    (b"{\\rtf", "is a document of a word processor (RTF)"),
    (b"\xd0\xcf\x11\xe0", "is a document of a word processor"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"\x1f\x8b", "is a packed file"),
    (b"\x7fELF", "is a compiled program"),
)
_NOTEBOOK = ("In the notebook, choose to save or export it as Python (`.py`),"
             " or copy the code of its cells into the file.")
_PAGE = ("You saved the page around the file. Use its button `Raw` or "
         "`Download`, and save that.")
_NUMBERED = re.compile(r"\s*(\d+)(?:[:.|]? |[:.|]?\t|[:.|]?$|[:|])")
_LEAST_NUMBERED = 3
# The broken line -> what it is, and the repair.
_LINES = (
    (r">>>|\.\.\. |\.\.\.$",
     "begins with the prompt of Python's own window (`>>>` or `...`)",
     "Delete the prompts at the starts of the lines, and the lines that "
     "show results."),
    (r"(In|Out) ?\[\d*\]:",
     "begins with the prompt of a notebook",
     "Delete the prompts at the starts of the lines, and the lines that "
     "show results."),
    (r"```|~~~",
     "is a mark of a text with code in it (three backticks)",
     "Delete the lines with three backticks and all that is no code."),
    (r"diff --git |@@ -\d|\+\+\+ b/|--- a/|index [0-9a-f]{7}",
     "comes from a list of changes (a diff)",
     "Save the file itself, not the changes to it."),
    (r"Traceback \(most recent|File \".*\", line \d",
     "is a part of an error message",
     "Delete the message; only the program stays in the file."),
    (r"%{1,2}[a-z]\w+|![a-z]\w+",
     "is a command of a notebook",
     "Delete it; in a file there is only Python."),
    (r"(\$ |sudo |pip3? install|python3? -?\S|cd [\w./~]|git [a-z]+|"
     r"chmod |conda |apt(-get)? )",
     "is a command for the terminal",
     "Delete it here and type it in a terminal."),
)


def foreign_bytes(data: bytes) -> Foreign | None:
    """What the first bytes say; asked before the text is decoded."""
    for start, text in _MAGIC:
        if data.startswith(start):
            return Foreign(text, _PLAIN)
    if data[2:4] == b"\r\n" and b"\0" in data[:16]:
        return Foreign("is a file that Python made for itself (`.pyc`)",
                       "Hand in the file that you wrote; it ends in `.py`.")
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{") and b'"nbformat"' in data and (
            b'"cells"' in data):
        return Foreign("is a notebook (`.ipynb`) under another name",
                       _NOTEBOOK)
    if head.startswith((b"<!doctype", b"<html", b"<?xml")):
        return Foreign("is a web page, not a program", _PAGE)
    return None


def foreign_line(rows: list[str], line: int) -> Foreign | None:
    """What the broken line is, if it is no Python at all."""
    if _has_numbers(rows):
        return Foreign("begins with its number: line numbers were copied "
                       "along",
                       "Copy the program again without the numbers, or "
                       "delete them at the start of each line.", 1)
    row = rows[line - 1].strip() if 0 < line <= len(rows) else ""
    for pattern, text, hint in _LINES:
        if re.match(pattern, row):
            return Foreign(text, hint, line)
    return None


def _has_numbers(rows: list[str]) -> bool:
    """Whether the lines are numbered 1, 2, 3 ... or from elsewhere on."""
    numbers = [int(match[1][:9]) if match else -1 for match in
               map(_NUMBERED.match, rows[:100])]
    if len(numbers) < _LEAST_NUMBERED or -1 in numbers:
        return False
    return all(two == one + 1 for one, two in zip(numbers, numbers[1:]))
