"""Held and total of each category, at one level."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import ModuleType

from . import (channel, exits, greedy, hostile_values, imports, lingering,
               lookups, lying, network, odd_files, patching, reading,
               tampering, walking, writing)
from .case import Attack
from .stage import Stage

CATEGORIES: tuple[ModuleType, ...] = (
    lying, walking, patching, exits, lingering, greedy, channel, reading,
    network, writing, tampering, odd_files, lookups, hostile_values, imports)


@dataclass
class Tally:
    """What became of the attacks of one category.

    opened: name of an attack that succeeded -> what it did
    untried: attacks that would hurt the machine at this level; they count
        as successful
    """

    category: str
    total: int
    opened: dict[str, list[str]] = field(default_factory=dict)
    untried: list[str] = field(default_factory=list)

    @property
    def held(self) -> int:
        """How many attacks did not succeed."""
        return self.total - len(self.opened) - len(self.untried)


def is_tried(attack: Attack, level: str) -> bool:
    """Whether the attack can be tried at a level without doing harm."""
    return level not in attack.harmful


def tally(stage: Stage, table: ModuleType, level: str) -> Tally:
    """Try all attacks of a category."""
    attacks: list[Attack] = table.ATTACKS
    found = Tally(table.CATEGORY, len(attacks))
    for attack in attacks:
        if not is_tried(attack, level):
            found.untried.append(attack.name)
        elif breaches := stage.breaches(attack):
            found.opened[attack.name] = breaches
    return found


def documented(table: ModuleType, level: str) -> set[str]:
    """Names of the attacks that are known to succeed at a level."""
    return {attack.name for attack in table.ATTACKS
            if level in attack.open_at}
