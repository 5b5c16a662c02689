"""Readers of our exports that do what their real readers do."""

from __future__ import annotations

import base64
import io
import json
import re
from typing import Any, NamedTuple

import junitparser

COMMAND = re.compile(r"::(\w+)(?: (.*?))?::(.*)")


class Note(NamedTuple):
    """One annotation as a GitHub server shows it."""

    kind: str
    props: dict[str, str]
    text: str


def notes(data: bytes) -> list[Note]:
    """The workflow commands in what a step has printed."""
    found = []
    for line in data.decode().split("\n"):
        match = COMMAND.match(line.strip())
        if match is None:
            continue
        kind, words, text = match.groups()
        props = dict(word.split("=", 1) for word in (words or "").split(","))
        found.append(Note(kind, {
            name: _plain(value.replace("%3A", ":").replace("%2C", ","))
            for name, value in props.items()}, _plain(text)))
    return found


def _plain(text: str) -> str:
    """Escapes taken back, the one of `%` last."""
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def is_obeyed(data: bytes) -> bool:
    """Whether a server would obey a line of a log, whoever wrote it."""
    text = data.decode().replace("\r", "\n")
    return "##[" in text or any(
        line.strip().startswith("::") for line in text.split("\n"))


class Sums(NamedTuple):
    """Both sums of the reporter of GitHub Classroom."""

    printed: float
    sent: float
    most: float


def runner_result(data: bytes) -> dict[str, Any]:
    """The result that stands in a step output."""
    result: dict[str, Any] = json.loads(base64.b64decode(
        data, validate=False))
    return result


def reported(result: dict[str, Any]) -> Sums:
    """What the reporter prints, and what it sends to Classroom."""
    tests, most = result["tests"], result["max_score"]
    passed = [test for test in tests if test["status"] == "pass"]
    sent = 0.0
    for test in tests:
        sent += test["score"]
    return Sums(len(passed) / max(len(tests), 1) * most, sent, most)


def junit(data: bytes) -> list[junitparser.TestCase]:
    """All test cases, as junitparser reads them."""
    document = junitparser.JUnitXml.fromroot(
        junitparser.junitparser.etree.parse(io.BytesIO(data)).getroot())
    return [case for suite in document for case in suite]
