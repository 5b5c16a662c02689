"""The result of looking at the form of a text: style, docs or rules.

Shared by style and rules; score turns kept / asked into points.
"""

from __future__ import annotations

import msgspec

from grader.model import Finding


class FormResult(msgspec.Struct, frozen=True):
    """How many of the demands on the form are met, and what to say.

    kept, asked: demands met and demands made; nothing was asked if 0
    broken: the texts of the task rules that were broken, rules only
    """

    findings: tuple[Finding, ...]
    kept: int
    asked: int
    broken: tuple[str, ...] = ()
