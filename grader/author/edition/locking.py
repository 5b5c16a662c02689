"""pyproject.toml and uv.lock as students need them.

The tools that only authors use are left out of both, so that an installation
stays small. The texts are cut, never written anew: the versions and digests
of the libraries are those of the instructor edition, and uv finds nothing to
change.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from grader.model import GraderError

KEPT_TABLES = ("build-system", "project", "project.scripts")
KEPT_TOOL = "tool.hatch."
TABLE = re.compile(r"^\[([^\[\]]+)\]\s*$", re.MULTILINE)
PACKAGE = "[[package]]\n"
Table = dict[str, Any]


def student_project(text: str) -> str:
    """The part of pyproject.toml that installs and starts the grader."""
    kept = [block for name, block in _tables(text)
            if name in KEPT_TABLES or name.startswith(KEPT_TOOL)]
    lines = "".join(kept).splitlines()
    # Comments speak of pages that are not there.
    cut = [line for line in lines if not line.lstrip().startswith("#")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(cut)).strip() + "\n"


def _tables(text: str) -> Iterator[tuple[str, str]]:
    """Name and text of each table, in order."""
    starts = list(TABLE.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends):
        yield start[1], text[start.start():end]


def student_lock(text: str) -> str:
    """uv.lock with only what the grader itself needs; raises GraderError."""
    head, *blocks = text.split(PACKAGE)
    packages = [tomllib.loads(PACKAGE + block)["package"][0]
                for block in blocks]
    ours = next((package for package in packages
                 if package["source"].get("editable") == "."), None)
    if ours is None:
        raise GraderError("uv.lock does not name this project: type `uv "
                          "lock` in the checkout.")
    needed = _needed(packages, ours)
    kept = [_without_extras(block) if package is ours else block
            for package, block in zip(packages, blocks)
            if package["name"] in needed]
    return head + "".join(PACKAGE + block.rstrip("\n") + "\n\n"
                          for block in kept).rstrip("\n") + "\n"


def _needed(packages: list[Table], ours: Table) -> set[str]:
    """Names of all packages that are reached without our own extras."""
    found: set[str] = {ours["name"]}
    todo = list(ours.get("dependencies", ()))
    while todo:
        need = todo.pop()
        extras = need.get("extra", ())
        for package in packages:
            if package["name"] != need["name"]:
                continue
            new = package["name"] not in found
            found.add(package["name"])
            todo += package.get("dependencies", ()) if new else ()
            for extra in extras:
                todo += package.get("optional-dependencies", {}).get(
                    extra, ())
    return found


def _without_extras(block: str) -> str:
    """Our own entry without the groups and extras of the authors."""
    tables = re.split(r"(?m)^(?=\[)", block)
    kept = [table for table in tables
            if not table.startswith(("[package.optional-dependencies]",
                                     "[package.dev-dependencies]",
                                     "[package.metadata.requires-dev]"))]
    lines = "".join(kept).splitlines(keepends=True)
    return "".join(line for line in lines if "extra ==" not in line
                   and not line.startswith("provides-extras"))
