"""Where a result holds an object of an argument, as a sentence.

In: the places as the child names them, "result[0] is argument 1[0]". The
child is not believed: of a text in any other form nothing is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

PLACES = re.compile(r"result((?:\[[^\[\]]*\])*) is "
                    r"argument (\w{1,100})((?:\[[^\[\]]*\])*)")
STEPS = re.compile(r"\[([^\[\]]*)\]")
ORDER = ("first", "second", "third", "fourth", "fifth")
UNKNOWN = "A list in your result is the same list as one in an argument."


def shared_words(places: str, names: Sequence[str] = ()) -> str:
    """One sentence that names both places.

    names: the function's parameters, where they are known
    """
    match = PLACES.fullmatch(places)
    if match is None:
        return UNKNOWN
    owner = _argument(match[2], names)
    result, argument = _steps(match[1]), _steps(match[3])
    told = _place(result, "your result")
    return (f"{told[0].upper()}{told[1:]} is the same list as "
            f"{_place(argument, owner)}.")


def _argument(name: str, names: Sequence[str]) -> str:
    """`mat1`, or the place of the argument in the call."""
    if not name.isdecimal():
        return f"the argument `{name}`"
    place = int(name) - 1 if len(name) < 4 else -1
    if 0 <= place < len(names):
        return f"the argument `{names[place]}`"
    if 0 <= place < len(ORDER):
        return f"the {ORDER[place]} argument"
    return f"argument {name}"


def _steps(text: str) -> list[str]:
    return STEPS.findall(text)


def _place(steps: list[str], owner: str) -> str:
    """The list at the end of some steps into an owner."""
    if not steps:
        return owner
    if len(steps) == 1 and steps[0].isdecimal():
        return f"row {steps[0]} of {owner}"
    inner = "".join(f"[{step}]" for step in steps)
    return f"the list at `{inner}` of {owner}"
