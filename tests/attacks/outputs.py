"""Are all outputs of a report sound: JSON, terminal, JUnit?"""

from __future__ import annotations

import io
import json
import unicodedata
import xml.etree.ElementTree as tree
from collections.abc import Iterator
from typing import Any

import msgspec

from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.schema import Report
from grader.report.text import write_text

from .targets import SECRET

MOST_BYTES = 2_000_000
ACTING = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")   # characters that act


def faults(report: Report) -> list[str]:
    """What is wrong with the outputs of a report, in words."""
    try:
        data, xml, text = to_json(report), to_junit(report), shown(report)
    except Exception as error:          # a writer never fails
        return [f"a writer failed: {type(error).__name__}: {error}"]
    found = list(_json_faults(data))
    try:
        tree.fromstring(xml)
    except tree.ParseError as error:
        found.append(f"the XML is broken: {error}")
    for name, output in (("JSON", data), ("XML", xml),
                         ("text", text.encode("utf-8", "replace"))):
        if SECRET.encode() in output:
            found.append(f"the {name} tells the secret")
        if len(output) > MOST_BYTES:
            found.append(f"the {name} has {len(output)} bytes")
    for line in text.splitlines():
        if line.strip().startswith("::") or "##[" in line:
            found.append(f"a command for the CI server: {line!r}")
        if acting(line):
            found.append(f"the terminal gets {line!r}")
    return found


def _json_faults(data: bytes) -> Iterator[str]:
    def refused(word: str) -> None:
        raise ValueError(f"{word} is no JSON")
    try:
        plain = json.loads(data, parse_constant=refused)
    except ValueError as error:
        yield f"the JSON is broken: {error}"
        return
    try:
        # The published schema is made from this record, and as closed.
        msgspec.json.decode(data, type=Report)
    except msgspec.ValidationError as error:
        yield f"the JSON does not fit the schema: {error}"
    for text in _texts(plain):
        if acting(text.replace("\n", "").replace("\t", "")):
            yield f"the JSON holds {text[:200]!r}"


def _texts(plain: Any) -> Iterator[str]:
    """Every text in plain data, keys too."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            yield from _texts(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _texts(value)


def acting(text: str) -> bool:
    """Whether a character in it does something instead of being shown."""
    return not text.isascii() and any(
        unicodedata.category(letter) in ACTING for letter in text) or any(
        letter < " " or letter == "\x7f" for letter in text)


def shown(report: Report) -> str:
    """The report as a terminal shows it, with all details."""
    out = io.StringIO()
    write_text(report, out, verbose=True)
    return out.getvalue()
