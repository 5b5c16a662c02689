"""Files that are no plain text of Python, and folders full of oddities."""

import os
import shutil
from pathlib import Path

from .case import RIGHT_BODY, Attack, function

CATEGORY = "odd files"

SOURCE = function(RIGHT_BODY).encode()
NAME = "0-sum_rows.py"


def link(aim: str):
    """Puts a link where the task should be."""
    return lambda folder: os.symlink(aim, folder / NAME)


def fifo(folder: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(folder / NAME)


def many(folder: Path) -> None:
    """Many files, and one deep path."""
    for number in range(700):
        (folder / f"file-{number}.py").write_bytes(b"")
    deep = folder
    for _ in range(60):
        deep /= "deep"
        deep.mkdir()


def shell_names(folder: Path) -> None:
    """Names that a shell, a terminal or a web page would obey."""
    for name in ("$(touch mark).py", "`touch mark`.py", "; touch mark ;.py",
                 "new\nline.py", "-rf.py", "--help", "\x1b[2J.py",
                 "<script>alert(1)<.py", "::error::x.py", "=1+1.py",
                 "a\u202egnp.py", "%n%s.py", "~", "con.py", "0-sum_rows.py ",
                 "0-SUM_ROWS.py", "0-sum_rows.py\n", "..py", "...", "*.py"):
        (folder / name).write_bytes(b"raise SystemExit\n")
    (folder / os.fsdecode(b"bad-\xff\xfe.py")).write_bytes(b"")


def policy(folder: Path) -> None:
    """Settings of the grader, in the folders of the student."""
    for place in (folder, folder.parent):
        (place / "grader.toml").write_text(
            "tasks = []\n[points]\noutput = 1000\n[task.\"*\"]\n"
            "weight = 99\n[late]\ndue = 1970-01-01T00:00:00Z\n")
        (place / "pyproject.toml").write_text("[project]\nname = 'x'\n")


def borrowed(folder: Path) -> None:
    """A link to right work of another, nearer than the own folder."""
    other = folder.parent.parent / "right" / folder.name
    shutil.copytree(folder, other, dirs_exist_ok=True)
    (other / NAME).write_bytes(SOURCE)
    shutil.move(folder, folder.parent / "own" / folder.name)
    os.symlink(other, folder)


def loops(folder: Path) -> None:
    """Links that lead in circles, and out of the folder."""
    os.symlink(".", folder / "again")
    os.symlink("..", folder / "up")
    os.symlink("/", folder / "root")
    os.symlink("missing", folder / "7-missing.py")


def chain(start: str, link: str, count: int) -> str:
    """A file whose syntax tree is deep or wide."""
    return function("return " + start + link * count)


ATTACKS = [
    Attack("a link to the right neighbour",
           prepare=link("1-double_rows.py"), marks="is a link"),
    Attack("a link to a file outside",
           prepare=link("/etc/passwd"), marks="is a link"),
    Attack("a link to itself", prepare=link(NAME), marks="is a link"),
    Attack("a link to a device that never ends",
           prepare=link("/dev/zero"), marks="is a link"),
    Attack("a pipe", prepare=fifo, marks="a pipe or a device"),
    Attack("a folder", prepare=lambda folder: (folder / NAME).mkdir(),
           marks="is a folder"),
    Attack("a hundred thousand bytes of noise", bytes(
        (n * n + n // 7) % 256 for n in range(90000))),
    Attack("a file of NUL bytes", bytes(1000)),
    Attack("NUL in the middle", SOURCE + b"\x00\n"),
    Attack("UTF-16", SOURCE.decode().encode("utf-16")),
    Attack("UTF-32", SOURCE.decode().encode("utf-32")),
    Attack("an empty file", b"\n"),
    Attack("ten megabytes", SOURCE + b"#" * (10 << 20), marks="is larger"),
    Attack("a megabyte in one line", SOURCE + b"#" * 1000000),
    Attack("a megabyte in a coding that takes the square of its length",
           b"# coding: punycode\n" + b"a" * 500000 + b"-" + b"b" * 500000),
    Attack("a coding that does not exist", b"# coding: nonsense\n" + SOURCE),
    Attack("a coding that is no text", b"# coding: zlib\n" + SOURCE),
    Attack("a coding that runs away", b"# coding: utf-7\n"
           + b"+AGkAbQBwAG8AcgB0-" * 3000),
    Attack("brackets deeper than the parser", chain("", "(", 5000)),
    Attack("signs deeper than the parser", chain("", "-", 90000)),
    Attack("a sum of forty thousand", chain("1", "+1", 40000)),
    Attack("a chain of dots", chain("matrix", ".a", 40000)),
    Attack("a chain of calls", chain("matrix", "()", 2900)),
    Attack("a chain of comparisons", chain("1", "<1", 30000)),
    Attack("blocks deeper than the parser", "".join(
        " " * depth + "if 1:\n" for depth in range(200))),
    Attack("an integer of ninety thousand digits",
           function("return [0x" + "f" * 90000 + "]")),
    Attack("a decimal integer of ninety thousand digits",
           function("return [" + "9" * 90000 + "]")),
    Attack("strings within strings", function(
        "return f'{f\"{f\\'{1}\\'}\"}'")),
    Attack("half a file", SOURCE[:-30]),
    Attack("names that a shell would obey", function("return 0"),
           prepare=shell_names),
    Attack("hundreds of files, and a deep path", function("return 0"),
           prepare=many, slow=True),
    Attack("links in circles", function("return 0"), prepare=loops),
    Attack("a link to the folder of another student", prepare=borrowed),
    Attack("a policy of its own", function("return 0"), prepare=policy),
    Attack("form feeds, vertical tabs and carriage returns",
           SOURCE.replace(b"    return", b"\x0c\x0b\r    return")),
    Attack("letters that turn the direction of text", function(
        "return '\u202e' # \u2066 } return [sum(row)] \u2069")),
]
