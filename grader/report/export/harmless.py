"""Texts and paths of a report that no reader can be surprised by."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from grader.plain import clean, cut
from grader.report.schema import Report
from grader.report.visible import KEY

# Servers obey lines that start with `::` or hold `##[`.
OBEYED = re.compile(r"(^\s*:|#)(:|#\[)", re.MULTILINE)


def harmless(report: Report) -> Report:
    """The report with each text cleaned and cut.

    Of `extra` only the counts of the student edition stay: nobody knows what
    else stands there, so no format may show it.
    """
    tasks = [msgspec.structs.replace(
        task, id=flat(task.id), file=relative(task.file),
        extra=_counts(task.extra)) for task in report.tasks]
    plain = _clean(msgspec.to_builtins(msgspec.structs.replace(
        report, tasks=tasks, extra=_counts(report.extra))))
    return msgspec.convert(plain, Report)


def _counts(extra: dict[str, Any]) -> dict[str, Any]:
    return {KEY: extra[KEY]} if KEY in extra else {}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    if isinstance(value, dict):
        return {clean(key): _clean(inner) for key, inner in value.items()}
    return value


def flat(text: str, most: int = 300) -> str:
    """The text in one line, never empty."""
    return cut(" ".join(text.split()), most) or "-"


def relative(path: str) -> str:
    """The path below the submission, with `/`; never out of it."""
    parts = [part for part in path.replace("\\", "/").split("/")
             if part not in ("", ".", "..")]
    if parts and re.fullmatch("[A-Za-z]:", parts[0]):
        parts = parts[1:]
    return flat("/".join(parts))


def without_commands(text: str) -> str:
    """The text with a blank in whatever a server would obey."""
    return OBEYED.sub(r"\1 \2", text)


def json_bytes(value: Any) -> bytes:
    """Pretty JSON; in a server's log no line of it is obeyed."""
    data = msgspec.json.format(msgspec.json.encode(value), indent=1)
    return data.replace(b"##[", rb"#\u0023[") + b"\n"
