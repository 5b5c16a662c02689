"""Which attacks can be given to a grader that is not ours."""

from __future__ import annotations

from tests.attacks.case import TARGET, Attack
from tests.attacks.summary import CATEGORIES

# Words that only mean something in the worker of this grader.
OURS = ("grader.", "$GRADER", "msgspec", "'grader'", "['self']", "write(3,",
        "descriptor 4")
OWN_CHANNEL = "it writes frames of this grader's own protocol"
OWN_PARTS = "it aims at modules or files of this grader"
OTHER_TASK = "its task is not the function of the comparison"
# What a student may do in peace where nobody promised a wall.
NO_ATTACK = {
    "a pair of sockets": "it talks to nobody",
    "a socket of the kernel": "it talks to nobody",
    "output of descriptor 4, the worker's own file":
        "the descriptor is this grader's own",
    "ten megabytes": "a right solution, only too large for us",
    "a megabyte in one line": "a right solution, only too large for us",
    "exchanged descriptors": "the descriptors are this grader's own",
    "a policy of its own": "the settings are this grader's own",
}


def why_not(category: str, attack: Attack) -> str:
    """Why an attack says nothing about other graders; empty if it does."""
    if category == "channel":
        return OWN_CHANNEL
    if attack.task != TARGET:
        return OTHER_TASK
    text = attack.source if isinstance(attack.source, str) else ""
    if any(word in text for word in OURS):
        return OWN_PARTS
    return NO_ATTACK.get(attack.name, "")


def sorted_out() -> dict[str, dict[str, int]]:
    """Category -> reason -> how many attacks are left out for it."""
    found: dict[str, dict[str, int]] = {}
    for table in CATEGORIES:
        for attack in table.ATTACKS:
            if reason := why_not(table.CATEGORY, attack):
                counts = found.setdefault(table.CATEGORY, {})
                counts[reason] = counts.get(reason, 0) + 1
    return found


def chosen(most: int) -> list[tuple[str, Attack]]:
    """At most so many attacks of each category, spread over its table."""
    found = []
    for table in CATEGORIES:
        fitting = [attack for attack in table.ATTACKS
                   if not why_not(table.CATEGORY, attack)]
        count = min(most, len(fitting))
        found += [(table.CATEGORY, fitting[place * len(fitting) // count])
                  for place in range(count)]
    return found


def find(category: str, name: str) -> Attack:
    """One attack by its names."""
    for table in CATEGORIES:
        for attack in table.ATTACKS:
            if (table.CATEGORY, attack.name) == (category, name):
                return attack
    raise LookupError(f"no attack {category}: {name}")
