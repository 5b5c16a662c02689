"""The vocabulary of task rules: text of a check file -> `Rule`.

The words stand in docs/check-files.md. A text that is not among them is an
error which proposes the nearest one.
"""

from __future__ import annotations

import difflib
import re
from typing import Literal

import msgspec

RuleKind = Literal[
    "no-imports",
    "imports",
    "never",
    "no-loops",
    "at-most-loops",
    "no-conditions",
    "no-try",
    "line-count",
]

_PLAIN: dict[str, RuleKind] = {
    "no imports": "no-imports",
    "no loops": "no-loops",
    "no conditions": "no-conditions",
    "no try": "no-try",
}
_SHOWN = (
    *_PLAIN,
    "imports: numpy",
    "never numpy",
    "never numpy.cov",
    "at most 1 loop",
    "exactly 8 lines",
)
_MODULE = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"


class Rule(msgspec.Struct, frozen=True):
    """One rule on the text of a task.

    names: modules or functions that the rule names
    number: how many loops or lines
    """

    text: str
    kind: RuleKind
    names: tuple[str, ...] = ()
    number: int = 0

    @property
    def is_about_imports(self) -> bool:
        """Tell if the rule says what may be imported or used."""
        return self.kind in ("no-imports", "imports", "never")


def parse_rule(text: str) -> Rule:
    """Read one rule; ValueError with the nearest right text otherwise."""
    if text in _PLAIN:
        return Rule(text, _PLAIN[text])
    if match := re.fullmatch(rf"imports: ({_MODULE}(?:, ?{_MODULE})*)", text):
        return Rule(text, "imports", tuple(re.split(", ?", match[1])))
    if match := re.fullmatch(rf"never ({_MODULE})", text):
        return Rule(text, "never", (match[1],))
    if match := re.fullmatch(r"at most ([1-9]\d?) loops?", text):
        return Rule(text, "at-most-loops", number=int(match[1]))
    if match := re.fullmatch(r"exactly ([1-9]\d{0,3}) lines?", text):
        return Rule(text, "line-count", number=int(match[1]))
    near = difflib.get_close_matches(text.strip().lower(), _SHOWN, 1, 0.5)
    if near:
        advice = f"Write `{near[0]}`"
        if near[0] not in _PLAIN:
            advice = f"Write it in the form `{near[0]}`"
    else:
        advice = "Known are " + ", ".join(f"`{known}`" for known in _SHOWN)
    raise ValueError(f"Unknown rule `{text}`. {advice}.")


def parse_rules(texts: tuple[str, ...]) -> tuple[Rule, ...]:
    """Read all rules of a check file."""
    return tuple(parse_rule(text) for text in texts)
