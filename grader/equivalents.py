"""EQUIVALENT_MUTANTS of a check file: changes that are as right.

Only `grader verify --mutants` asks for them; no submission is judged by them.
"""

from __future__ import annotations

from typing import Any

from grader.facts import FactError

NAME = "EQUIVALENT_MUTANTS"


def read_equivalents(names: dict[str, Any]) -> dict[str, str]:
    """Changed lines, `old => new`, and why the change is as right."""
    value = names.get(NAME, {})
    if type(value) is not dict:
        raise FactError(NAME, f"{NAME} is {value!r}; write a dictionary of "
                              f"`old line => new line` and reason.")
    for change, reason in value.items():
        if type(change) is not str or " => " not in change:
            raise FactError(NAME, f"{NAME} has {change!r}; write the changed "
                                  f"lines as `old line => new line`.")
        if type(reason) is not str or not reason.strip():
            raise FactError(NAME, f"{NAME} has no reason for {change!r}; "
                                  f"say why it is as right.")
    return dict(value)
