"""What a check file says about inputs that its generators did not make."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from grader.facts import FactError

Guard = Callable[..., Any]
EVERY = ""                  # the guard of all checks


def read_guards(names: dict[str, Any]) -> dict[str, Guard]:
    """`valid` and `valid_NAME`: name of a check -> its guard."""
    found: dict[str, Guard] = {}
    for name, value in names.items():
        if name != "valid" and not name.startswith("valid_"):
            continue
        check = name.removeprefix("valid").removeprefix("_")
        if not inspect.isfunction(value):
            raise FactError(name, f"`{name}` must be a function.")
        if check and f"inputs_{check}" not in names:
            raise FactError(name, f"`{name}` guards the inputs of "
                                  f"`inputs_{check}`, which is not there.")
        found[check] = value
    return found


def guards_of(guards: dict[str, Guard], check: str) -> list[Guard]:
    """The guards that look at the inputs of one check."""
    return [guards[name] for name in dict.fromkeys((EVERY, check))
            if name in guards]


def allows(guard: Guard, values: dict[str, Any]) -> bool:
    """Whether the check file allows these arguments.

    A guard gets the arguments that it names; of a class, each probe has only
    some of the values.
    """
    names = inspect.signature(guard).parameters
    try:
        return bool(guard(**{name: value for name, value in values.items()
                             if name in names}))
    except Exception:           # it does not know such arguments
        return False
