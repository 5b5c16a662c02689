"""A lesson README -> its parts, each with its line; nothing is judged here.

Fenced blocks are blanked before headings and links are looked for, so a `#`
in code is never a heading.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import suppress

import msgspec

FENCE = re.compile(r"^(\s*)(`{3,})(\w*)\s*$")
HEADING = re.compile(r"^(#{1,6}) (.+?)\s*$")
TASK = re.compile(r"^(\d+)\. (.+): `((\d+)-[\w-]+?)(\.py)?`$")
LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
CODE = re.compile(r"`[^`\n]+`")
ROW = re.compile(r"^\| *\[[^\]]*\]\(#([\w-]+)\) *\|([^|]*)\|([^|]*)\|$")


class Fence(msgspec.Struct, frozen=True):
    """A fenced block; line is that of its first line of content."""

    line: int
    language: str
    body: str


class Part(msgspec.Struct, frozen=True):
    """A heading, and all up to the next one of its level or higher."""

    line: int
    title: str
    text: str


class Block(msgspec.Struct, frozen=True):
    """The block of one task: its heading taken apart, and its text."""

    line: int
    number: int
    title: str
    name: str
    text: str


class Row(msgspec.Struct, frozen=True):
    """A row of the map: anchor of the section, numbers of its tasks."""

    line: int
    anchor: str
    tasks: tuple[str, ...]
    minutes: str


def fences(text: str) -> list[Fence]:
    """The fenced blocks; one that is never closed ends with the text."""
    found: list[Fence] = []
    start, ticks, language = -1, "", ""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        match = FENCE.match(line)
        if match and start < 0:
            start, ticks, language = index, match[2], match[3]
        elif match and not match[3] and match[2] >= ticks:
            found.append(Fence(start + 2, language,
                               "\n".join(lines[start + 1:index]) + "\n"))
            start = -1
    if start >= 0:
        found.append(Fence(start + 2, language,
                           "\n".join(lines[start + 1:])))
    return found


def without_fences(text: str) -> str:
    """The text with blank lines in the place of fenced blocks."""
    lines = text.split("\n")
    for fence in fences(text):
        last = min(fence.line + fence.body.count("\n"), len(lines))
        lines[fence.line - 2:last] = [""] * (last - fence.line + 2)
    return "\n".join(lines)


def parts(text: str, level: int) -> list[Part]:
    """The parts whose heading has this level."""
    lines, plain = text.split("\n"), without_fences(text).split("\n")
    heads = [(index, match) for index, line in enumerate(plain)
             if (match := HEADING.match(line))]
    found = []
    for place, (index, match) in enumerate(heads):
        if len(match[1]) == level:
            end = next((later for later, other in heads[place + 1:]
                        if len(other[1]) <= level), len(lines))
            found.append(Part(index + 1, match[2],
                              "\n".join(lines[index + 1:end])))
    return found


def blocks(text: str) -> list[Block]:
    """The blocks of tasks, in the order of the page."""
    return [Block(part.line, int(match[1]), part.title, match[3], part.text)
            for part in parts(text, 3)
            if (match := TASK.match(part.title)) and match[1] == match[4]]


def anchor(title: str) -> str:
    """The anchor that GitHub makes of a heading."""
    title = LINK.sub(r"\1", title).lower()
    return re.sub(r"[^\w\- ]", "", title).replace(" ", "-")


def targets(text: str) -> list[str]:
    """Where the links of a text lead to inside the page, without `#`."""
    plain = CODE.sub("", without_fences(text))
    return [match[2][1:] for match in LINK.finditer(plain)
            if match[2].startswith("#")]


def map_rows(text: str) -> list[Row]:
    """The rows of the table below `## Map`."""
    found = []
    for part in parts(text, 2):
        if part.title != "Map":
            continue
        for number, line in enumerate(part.text.split("\n"), 1):
            if match := ROW.match(line):
                found.append(Row(part.line + number, match[1],
                                 tuple(re.findall(r"\d+", match[2])),
                                 match[3].strip()))
    return found


def now_do(part: Part) -> str:
    """The last paragraph of a section, if it sends readers to tasks."""
    last = last_words(part)
    return last if last.startswith("Now do: ") else ""


def last_words(part: Part) -> str:
    """The paragraph that sends readers on: to tasks or to a section."""
    last = part.text.strip().split("\n\n")[-1]
    return last if last.startswith(("Now do: ", "Now read: ")) else ""


def sections(text: str) -> list[Part]:
    """The sections that teach: those that the map names."""
    named = {row.anchor for row in map_rows(text)}
    return [part for part in parts(text, 2) if anchor(part.title) in named]


def words(text: str) -> int:
    """How many words a text has, without code blocks and HTML."""
    plain = re.sub(r"<[^<>]*>", " ", without_fences(text))
    plain = LINK.sub(r"\1", plain)
    return sum(bool(re.search(r"\w", word)) for word in plain.split())


def shown_calls(text: str) -> list[str]:
    """Inline code that looks like a signature, `name(x, y=1)`."""
    found: list[str] = []
    for span in CODE.findall(" ".join(without_fences(text).split())):
        with suppress(SyntaxError):
            found += [call for _, call in calls_of(
                f"def {span[1:-1]}: pass", span[1:].split("(")[0])]
    return found


def calls_of(code: str, entry: str) -> Iterator[tuple[int, str]]:
    """How a function or class and its methods are called, with lines.

    A class is called with the arguments of `__init__`, without `self`.
    """
    for node in ast.parse(code).body:
        if getattr(node, "name", "") != entry:
            continue
        for made in node.body if isinstance(node, ast.ClassDef) else [node]:
            if not isinstance(made, ast.FunctionDef):
                continue
            name = made.name.replace("__init__", entry)
            if not name.startswith("_"):
                said = ast.unparse(made.args).removeprefix("self")
                yield made.lineno, f"{name}({said.removeprefix(', ')})"
