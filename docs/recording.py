"""Record a terminal session for the README: one task, repaired.

    python -m docs.recording

Every line below a prompt is what the commands really print today, in a copy
of one topic. The picture is for the README, and so is the same as text; a
test records again and compares.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "session.svg"
PHONE = PICTURE.with_name("session-phone.svg")
README = ROOT / "README.md"
TOPIC = "0x00-linear_algebra"
TASK = "4-line_up"
FILE = f"{TOPIC}/{TASK}.py"
TEST = "    if len(arr1) != len(arr2):\n        return None\n"
GRADE = f"python3 grader --task {TASK}"
# As `python3 grader` does once its libraries are there.
START = ("import sys; sys.path.insert(0, '.'); from grader.cli import main; "
         "sys.exit(main())")
BLOCK = re.compile(r"(?<=<!-- session -->\n\n```text\n).*?(?=```\n)",
                   re.DOTALL)
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
LETTER, LINE, MARGIN = 8.4, 19, 18
COLUMNS, PHONE_COLUMNS = 79, 44
SHEET = """\
text { font: 14px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas,
       "DejaVu Sans Mono", monospace; fill: #e7eaf0; white-space: pre; }
.prompt { fill: #93bdfa; font-weight: 700; }
.s31 { fill: #ffa49c; font-weight: 700; }
.s32 { fill: #84d6a5; font-weight: 700; }"""


def session() -> str:
    """The whole session, with the colours of a terminal."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder, "mathematics")
        shutil.copytree(ROOT / TOPIC, course / TOPIC)
        shutil.copy(ROOT / "pyproject.toml", course)
        (course / "grader").symlink_to(ROOT / "grader")
        task = course / FILE
        right = task.read_text(encoding="utf-8")
        wrong = right.replace(TEST, "")
        if wrong == right:
            raise SystemExit(f"{FILE}: the lines to leave out are not there.")
        task.write_text(wrong, encoding="utf-8")
        told = [_typed(course, f"tail -n 1 {FILE}"), _typed(course, GRADE)]
        task.write_text(right, encoding="utf-8")
        told += [_typed(course, f"tail -n 3 {FILE}"), _typed(course, GRADE)]
    return "\n".join(told)


def _typed(course: Path, command: str) -> str:
    """A command behind its prompt, and what it prints."""
    words = shlex.split(command)
    if words[:2] == ["python3", "grader"]:
        words = [sys.executable, "-c", START, *words[2:]]
    settings = {key: value for key, value in os.environ.items()
                if key not in ("NO_COLOR", "COLORTERM", "FORCE_COLOR", "CI")}
    settings.update(TERM="xterm-256color", COLUMNS="80", LINES="24",
                    XDG_CACHE_HOME=str(course.parent / "cache"))
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, cwd=course, env=settings, stdin=theirs,
                          stdout=theirs, stderr=theirs):
        os.close(theirs)
        data = b"".join(chunks(ours))
    os.close(ours)
    printed = data.decode().replace("\r\n", "\n")
    return f"$ {command}\n{printed}"


def chunks(descriptor: int) -> Iterator[bytes]:
    """What comes, until nobody writes any more."""
    while True:
        try:
            data = os.read(descriptor, 1 << 16)
        except OSError:         # how Linux says that the other end is closed
            return
        if not data:
            return
        yield data


def plain(text: str) -> str:
    """The session without its colours."""
    return STYLE.sub("", text)


def narrow(text: str) -> str:
    """The session with its long lines broken, for the width of a phone."""
    rows = []
    for row in text.splitlines():
        indent = " " * (len(row) - len(row.lstrip()) + 2)
        rows += textwrap.wrap(row, PHONE_COLUMNS, subsequent_indent=indent,
                              break_on_hyphens=False) or [""]
    return "\n".join(rows)


def picture(text: str, columns: int = COLUMNS) -> str:
    """The session as an SVG image that needs nothing else."""
    rows = text.splitlines()
    width = round(columns * LETTER + 2 * MARGIN)
    height = len(rows) * LINE + 2 * MARGIN
    lines = "\n".join(_row(number, row) for number, row in enumerate(rows)
                      if row)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
            f'aria-label="A task is graded, repaired and graded again">\n'
            f"<style>\n{SHEET}\n</style>\n"
            f'<rect x="1" y="1" width="{width - 2}" height="{height - 2}" '
            f'rx="10" fill="#14181f" stroke="#6b7482" stroke-width="1.5"/>\n'
            f"{lines}\n</svg>\n")


def _row(number: int, row: str) -> str:
    """One line; its length is set, whatever the letters are like."""
    inner, style = "", ""
    for place, piece in enumerate(STYLE.split(row)):
        if place % 2:           # `1;31`: the last number is the colour
            style = piece.rpartition(";")[2]
        elif style in ("31", "32") and piece:
            inner += f'<tspan class="s{style}">{escape(piece)}</tspan>'
        else:
            inner += escape(piece)
    if row.startswith("$ "):
        inner = f'<tspan class="prompt">$</tspan>{inner[1:]}'
    length = len(plain(row)) * LETTER
    return (f'<text x="{MARGIN}" y="{MARGIN + number * LINE + 14}" '
            f'textLength="{length:.1f}" xml:space="preserve">{inner}</text>')


def main() -> None:
    """Write both pictures, and the same as text into the README."""
    text = session()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(text), encoding="utf-8")
    PHONE.write_text(picture(narrow(text), PHONE_COLUMNS), encoding="utf-8")
    page = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda _: plain(text), page, count=1),
                      encoding="utf-8")


if __name__ == "__main__":
    main()
