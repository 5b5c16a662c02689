"""Rules, style and docstrings of one task file, by its text alone.

The rules are read first, because a rule may be the task itself; style and
docstrings can wait until the student's code is running beside us.
"""

from __future__ import annotations

import msgspec

from grader.checkfile import CheckFile
from grader.docstrings import check_docs
from grader.form import FormResult
from grader.model import Finding, Part, TaskFile
from grader.parsing import Parsed, parse_source
from grader.rule_words import setting_of
from grader.rules import check_rules
from grader.style import check_style

NOTHING_ASKED = FormResult((), 0, 0)
NO_FORMS: dict[Part, FormResult] = {
    "rules": NOTHING_ASKED, "style": NOTHING_ASKED, "docs": NOTHING_ASKED}


class Reading(msgspec.Struct, frozen=True):
    """What the first look at a file gave: its tree and its rules."""

    parsed: Parsed
    rules: FormResult


def read_task(file: CheckFile, task: TaskFile) -> Reading:
    """Parse the file and hold it against its rules."""
    assert task.source is not None
    parsed = parse_source(task.source.data)
    rules = check_rules(task.source, file.rules, task.siblings, parsed,
                        setting_of(file))
    return Reading(parsed, rules)


def broken_task_rule(file: CheckFile, reading: Reading) -> Finding | None:
    """The finding of a rule without which the task is not done."""
    if reading.parsed.tree is None:
        return None             # it cannot run: that is told instead
    for rule, finding in zip(reading.rules.broken, reading.rules.findings):
        if rule in file.task_rules:
            return finding
    return None


def banned_modules(file: CheckFile) -> tuple[str, ...]:
    """Modules that must truly not be importable: they are the task."""
    words = [rule.removeprefix("never ") for rule in file.task_rules
             if rule.startswith("never ")]
    return tuple(word for word in words if "." not in word)


def check_forms(file: CheckFile, task: TaskFile,
                reading: Reading) -> dict[Part, FormResult]:
    """The results of rules, style and docs."""
    assert task.source is not None
    return {"rules": reading.rules, "style": check_style(task.source),
            "docs": check_docs(reading.parsed.tree) if file.docs
            else NOTHING_ASKED}
