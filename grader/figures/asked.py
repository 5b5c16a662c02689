"""What a check file of the kind "figure" asks for, read strictly.

    COMPARE = ["lines", "xlim"]             names of properties
    COMPARE = ["lines 1", "points 2"]       of the first, the second plot
    COMPARE = {"lines": 40, "xlim": 20}     with weights of its own
    REMARKS = {"ylim": "sentence"}          compared, costs nothing
    FILES = ["data.npz"]                    beside the check file
    def same_bars(expected, got): ...       other right values of a property
"""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import msgspec

from grader.facts import FactError, nearest
from grader.figures.properties import GROUPS, properties


class Part(msgspec.Struct, frozen=True):
    """One property of one plot; plot 0 is the first."""

    text: str
    name: str
    plot: int
    weight: Fraction


class Asked(msgspec.Struct, frozen=True):
    """The figure's side of a check file."""

    parts: tuple[Part, ...]
    remarks: tuple[tuple[Part, str], ...]
    files: tuple[str, ...]
    same: dict[str, Callable[..., Any]]


def read_asked(names: dict[str, Any], path: str) -> Asked:
    """The facts of a figure; raises FactError."""
    compare = names.get("COMPARE")
    if type(compare) not in (list, dict) or not compare:
        raise FactError("COMPARE", "COMPARE is missing; list the properties "
                                   "that must agree.")
    remarks = names.get("REMARKS", {})
    if type(remarks) is not dict or any(
            type(text) is not str for text in remarks.values()):
        raise FactError("REMARKS", "REMARKS must give a sentence for each "
                                   "property.")
    if set(remarks) & set(compare):
        raise FactError("REMARKS", "what COMPARE asks for is no remark.")
    parts = [_part(text, "COMPARE") for text in compare]
    weights = compare if isinstance(compare, dict) else _weights(parts)
    return Asked(
        tuple(msgspec.structs.replace(part, weight=_weight(
            weights[part.text])) for part in parts),
        tuple((_part(name, "REMARKS"), text)
              for name, text in remarks.items()),
        _files(names.get("FILES", []), path), _same(names))


def _part(text: Any, where: str) -> Part:
    name, _, number = str(text).partition(" ")
    table = properties()
    if name not in table:
        near = nearest(name, list(table))
        raise FactError(where, f"`{name}` is no property"
                               + (f"; write `{near}`." if near else "."))
    if number and not (number.isdecimal() and int(number)):
        raise FactError(where, f"`{text}`: the plots are counted from 1.")
    return Part(str(text), name, int(number or 1) - 1, Fraction(1))


def _weights(parts: list[Part]) -> dict[str, Any]:
    """The weight of a group is shared by its properties."""
    table = properties()
    groups = [table[part.name].group for part in parts]
    return {part.text: Fraction(GROUPS[group], groups.count(group))
            for part, group in zip(parts, groups)}


def _weight(value: Any) -> Fraction:
    if type(value) not in (int, Fraction) or value <= 0:
        raise FactError("COMPARE", f"the weight {value!r} is no positive "
                                   f"whole number.")
    return Fraction(value)


def _files(value: Any, path: str) -> tuple[str, ...]:
    if type(value) is not list:
        raise FactError("FILES", f"FILES is {value!r}; write a list of "
                                 f"names.")
    for name in value:
        if os.path.basename(name) != name or not os.path.isfile(
                os.path.join(os.path.dirname(path), name)):
            raise FactError("FILES", f"there is no {name} beside the check "
                                     f"file.")
    return tuple(value)


def _same(names: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    found = {}
    for name, value in names.items():
        if name.startswith("same_"):
            prop = _part(name.removeprefix("same_"), name).name
            if not callable(value):
                raise FactError(name, f"`{name}` must be a function.")
            found[prop] = value
    return found
