"""Read a lesson README: text comes in, its parts with line numbers go out.

Nothing here judges. Fenced blocks are taken out before anything else is read,
so a `#` or a `$` in code is never a heading or a formula.
"""

import ast
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^(\s*)(`{3,})(\w*)\s*$")
HEADING = re.compile(r"^(#{1,6}) (.+?)\s*$")
TASK = re.compile(r"^(\d+)\. (.+): `((\d+)-[\w-]+?)(\.py)?`$")
TASK_FILE = re.compile(r"^\d+-(?!main(\.|$))[\w-]+?(\.py)?$")
LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]*)\)")
SOURCE = re.compile(r'(?:src|srcset|href)="([^"]*)"')
CODE = re.compile(r"`[^`\n]+`")
FORMULA = re.compile(r"\$`[^`]+`\$")


@dataclass(frozen=True)
class Fence:
    """A fenced block; line is that of its first line of content."""

    line: int
    language: str
    body: str
    indented: bool


@dataclass(frozen=True)
class Part:
    """A heading and everything up to the next one of its level or higher."""

    line: int
    level: int
    title: str
    text: str


@dataclass(frozen=True)
class Block:
    """A task block: its heading taken apart, and its text."""

    line: int
    number: int
    name: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A `picture` element: where it stands and what it shows."""

    line: int
    dark: str
    light: str
    width: str
    alt: str


@dataclass(frozen=True)
class Table:
    """The cells of a table, heading row first, without the ruler."""

    line: int
    rows: tuple[tuple[str, ...], ...]


def lessons(root):
    """List the README files of all topic folders."""
    return sorted(Path(root).glob("0x*/README.md"))


def task_files(folder):
    """List the names of the task files of a topic, without `.py`."""
    found = [path for path in Path(folder).iterdir()
             if path.is_file() and TASK_FILE.match(path.name)]
    return sorted((path.name.removesuffix(".py") for path in found),
                  key=lambda name: int(name.split("-")[0]))


def fences(text):
    """List the fenced blocks of a text."""
    found, start, lines = [], None, text.split("\n")
    for index, line in enumerate(lines):
        match = FENCE.match(line)
        if match and start is None:
            start, (indent, ticks, language) = index, match.groups()
        elif match and not match[3] and match[2] >= ticks:
            body = "\n".join(lines[start + 1:index]) + "\n"
            found.append(Fence(start + 2, language, body, bool(indent)))
            start = None
    if start is not None:
        raise ValueError(f"line {start + 1}: this fence is never closed")
    return found


def without_fences(text):
    """Blank the fenced blocks; every other line keeps its number."""
    lines = text.split("\n")
    for fence in fences(text):
        last = fence.line + fence.body.count("\n")
        lines[fence.line - 2:last] = [""] * (last - fence.line + 2)
    return "\n".join(lines)


def without_code(text):
    """Blank fenced blocks and inline code; formulas keep their dollars."""
    text = FORMULA.sub("$x$", without_fences(text))
    return CODE.sub(lambda match: " " * len(match[0]), text)


def line_of(text, position):
    """Turn a position in a text into a line number, from 1."""
    return text.count("\n", 0, position) + 1


def parts(text, level):
    """List the parts of a text whose heading has this level."""
    lines, plain = text.split("\n"), without_fences(text).split("\n")
    heads = [(index, HEADING.match(line)) for index, line in enumerate(plain)]
    heads = [(index, match) for index, match in heads if match]
    found = []
    for place, (index, match) in enumerate(heads):
        later = (next_index for next_index, other in heads[place + 1:]
                 if len(other[1]) <= level)
        if len(match[1]) == level:
            end = next(later, len(lines))
            body = "\n".join(lines[index + 1:end])
            found.append(Part(index + 1, level, match[2], body))
    return found


def headings(text):
    """List (line, title) of all headings, in order."""
    return sorted((part.line, part.title)
                  for level in range(1, 7) for part in parts(text, level))


def anchor(title):
    """Turn a heading into the anchor that GitHub makes of it."""
    title = LINK.sub(r"\1", title).lower()
    return re.sub(r"[^\w\- ]", "", title).replace(" ", "-")


def links(text):
    """List (line, target) of all links and pictures outside code."""
    plain = without_code(text)
    found = [(line_of(plain, match.start()), match[2])
             for match in LINK.finditer(plain)]
    found += [(line_of(plain, match.start()), match[1])
              for match in SOURCE.finditer(plain)]
    return sorted(found)


def task_blocks(text):
    """List the task blocks, in the order of the page."""
    found = []
    for part in parts(text, 3):
        match = TASK.match(part.title)
        if match and match[1] == match[4]:
            found.append(Block(part.line, int(match[1]), match[3], part.text))
    return found


def signatures(code, entry):
    """List how a function or class and its methods are called.

    A class is called with the arguments of `__init__`; no `self` is shown.
    """
    found = []
    for node in ast.parse(code).body:
        methods = node.body if isinstance(node, ast.ClassDef) else [node]
        for made in methods if getattr(node, "name", "") == entry else []:
            name = getattr(made, "name", "_").replace("__init__", entry)
            if not name.startswith("_"):
                said = ast.unparse(made.args).removeprefix("self")
                found.append(f"{name}({said.removeprefix(', ')})")
    return found


def shown_signatures(text):
    """List the inline code that looks like a signature, `name(x, y=1)`."""
    found = []
    for span in CODE.findall(without_fences(text)):
        name = span[1:].split("(")[0]
        with suppress(SyntaxError):
            found += signatures(f"def {span[1:-1]}: pass", name)
    return found


def numbered_items(text):
    """List the items of the numbered lists of a text, without backticks."""
    plain = without_fences(text).replace("`", "")
    return re.findall(r"^\d+\. +(.+?) *$", plain, re.M)


def without_task_blocks(text):
    """Blank the task blocks; every other line keeps its number."""
    lines = text.split("\n")
    for block in task_blocks(text):
        end = block.line + block.text.count("\n") + 1
        lines[block.line - 1:end] = [""] * (end - block.line + 1)
    return "\n".join(lines)


def pictures(text):
    """List the `picture` elements of a text."""
    plain, found = without_fences(text), []
    for match in re.finditer(r"<picture>(.*?)</picture>", plain, re.S):
        inside = match[1]

        def read(name, inside=inside):
            value = re.search(rf'\b{name}="([^"]*)"', inside)
            return value[1] if value else ""

        dark = read("srcset") if "color-scheme: dark" in inside else ""
        found.append(Picture(line_of(plain, match.start()), dark,
                             read("src"), read("width"), read("alt")))
    return found


def tables(text):
    """List the tables of a text; a bar in inline code parts no cells."""
    found, rows = [], []
    plain = without_fences(text) + "\n"
    for number, line in enumerate(plain.split("\n"), 1):
        if line.startswith("|"):
            hidden = CODE.sub(lambda m: m[0].replace("|", "\0"), line)
            cells = hidden.strip().strip("|").split("|")
            rows.append(tuple(cell.strip().replace("\0", "|")
                              for cell in cells))
        elif rows:
            found.append(Table(number - len(rows), (rows[0], *rows[2:])))
            rows = []
    return found


def words(text):
    """List the words of a text: what holds a letter or a digit."""
    plain = re.sub(r"<[^<>]*>", " ", without_fences(text))
    plain = LINK.sub(r"\1", plain)
    return [word for word in plain.split() if re.search(r"\w", word)]
