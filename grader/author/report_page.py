"""docs/report.md, made of the docstrings of the report's records.

    python -m grader.author.report_page > docs/report.md

A docstring says what a record is, then `name: meaning` for its fields; a
meaning may go on in lines that are set in.
"""

from __future__ import annotations

import inspect
import re
import sys
import types
from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec.inspect

from grader.report import reveal, visible
from grader.report.schema import Record, Report

FIELDS = re.compile(r"(\w+(?:, \w+)*): (.*)")
INTRO = """\
# The report: what stands in the JSON

`grader grade PATH --json FILE` writes one report. Its schema is
[report-1.json](../schemas/report-1.json); every other format is made of it
(see [exports.md](exports.md)). This page is made of the docstrings in
`grader/report`: change them, not this page, and then type

    python -m grader.author.report_page > docs/report.md

The form is closed: a field that does not stand here does not occur. Texts
hold no control characters. Numbers are finite. Points are counted exactly
and rounded once, to two decimals, so a sum of rounded points may differ from
the rounded sum by a cent.

A field with `=` has that value when it is absent. A higher `version` may
change anything; the same version only gains entries in `extra`."""


def page() -> str:
    """The whole page as Markdown."""
    blocks = [INTRO]
    for record in records(Report):
        blocks += _section(record)
    for title, module in (("In the student edition", visible),
                          ("What a failed hidden check shows", reveal)):
        blocks += [f"## {title}", _prose(module)]
    return "\n\n".join(blocks) + "\n"


def records(first: type[Record]) -> list[type[Record]]:
    """A record and all below it, each once, from the top down."""
    found = [first]
    for record in found:
        for hint in get_type_hints(record).values():
            found += [one for one in _inside(hint)
                      if one not in found]
    return found


def _inside(hint: Any) -> Iterator[type[Record]]:
    if isinstance(hint, type) and issubclass(hint, Record) and (
            not isinstance(hint, types.GenericAlias)):
        yield hint
    for inner in getattr(hint, "__args__", ()):
        yield from _inside(inner)


def meanings(record: type[Record]) -> tuple[str, dict[str, str]]:
    """What the docstring says of the record, and of each field."""
    text = inspect.cleandoc(record.__doc__ or "")
    said: list[str] = []
    found: dict[str, str] = {}
    last: tuple[str, ...] = ()
    for line in text.splitlines():
        match = FIELDS.fullmatch(line)
        if match and set(names := match[1].split(", ")) <= set(
                record.__struct_fields__):
            last = tuple(names)
            found.update(dict.fromkeys(last, match[2]))
        elif last and line.startswith(" "):
            for name in last:
                found[name] += " " + line.strip()
        else:
            last = ()
            said.append(line)
    return "\n".join(said).strip(), found


def _section(record: type[Record]) -> list[str]:
    said, found = meanings(record)
    rows = ["| field | value | meaning |", "| --- | --- | --- |"]
    for field in msgspec.structs.fields(record):
        kind = _kind(msgspec.inspect.type_info(field.type))
        if not field.required:
            default = field.default
            if default is msgspec.NODEFAULT:
                default = field.default_factory()
            kind += f" = `{msgspec.json.encode(default).decode()}`"
        meaning = found[field.name].replace("|", "\\|")
        rows.append(f"| `{field.encode_name}` | {kind} | {meaning} |")
    return [f"## {record.__name__}", said, "\n".join(rows)]


def _kind(info: msgspec.inspect.Type) -> str:
    """The type of a field in plain words."""
    match info:
        case msgspec.inspect.Metadata(inner, extra_json_schema=more):
            return (more or {}).get("description") or _kind(inner)
        case msgspec.inspect.StructType(record):
            return f"[{record.__name__}](#{record.__name__.lower()})"
        case msgspec.inspect.ListType(item):
            return f"list of {_kind(item)}"
        case msgspec.inspect.DictType(_, msgspec.inspect.AnyType()):
            return "object"
        case msgspec.inspect.DictType(_, value):
            return f"object: name to {_kind(value)}"
        case msgspec.inspect.LiteralType(words):
            return " or ".join(f"`{msgspec.json.encode(word).decode()}`"
                               for word in words)
        case msgspec.inspect.UnionType(kinds):
            return " or ".join(map(_kind, kinds))
    names = {"Str": "text", "Int": "whole number", "Float": "number",
             "Bool": "`true` or `false`", "None": "`null`"}
    return names[type(info).__name__.removesuffix("Type")]


def _prose(module: types.ModuleType) -> str:
    """A module's docstring without its title."""
    return (module.__doc__ or "").strip().partition("\n")[2].strip("\n")


if __name__ == "__main__":
    sys.stdout.write(page())
