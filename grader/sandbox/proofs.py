"""Shows that a child is in namespaces of its own, from where it stands.

    parent:  identities()                         its own, sent in the Spec
    child :  seen = look()                        while /proc can be read
             confine()                            from now on it stays so
             shortcomings(claimed, theirs, seen)  behind all walls
    parent:  believes in each namespace that has none

Nothing is taken from what the zygote says it did.
"""

from __future__ import annotations

import os

import msgspec

from grader.sandbox.namespaces import FLAGS, HOST

LOOPBACK = "lo"
SAME = "it is that of the grader"
UNSEEN = "it could not be seen"


class Seen(msgspec.Struct, frozen=True):
    """What the kernel tells a process about itself.

    identities: name of a namespace -> its number
    interfaces: of the network; None when it could not be read
    addresses: how many lines tell of a network address of this machine
    """

    identities: dict[str, int]
    interfaces: tuple[str, ...] | None
    addresses: int


def identities() -> dict[str, int]:
    """The numbers of the namespaces of this process; two differ in each."""
    found = {}
    for name in FLAGS:
        try:
            found[name] = os.stat(f"/proc/self/ns/{name}").st_ino
        except OSError:             # no /proc, no such namespaces
            continue
    return found


def look() -> Seen:
    """What this process is in."""
    table = _lines("dev")
    # Two lines are the head of the table.
    interfaces = tuple(line.partition(":")[0].strip() for line in table[2:])
    # An interface that is down has no address.
    return Seen(identities(), interfaces if table else None,
                len(_lines("fib_trie")) + len(_lines("if_inet6")))


def shortcomings(claimed: tuple[str, ...], theirs: dict[str, int],
                 seen: Seen) -> dict[str, str]:
    """Each claimed namespace -> "" if it is there, or what is wrong."""
    return {name: _shortcoming(name, theirs, seen) for name in claimed}


def _shortcoming(name: str, theirs: dict[str, int], seen: Seen) -> str:
    if name not in theirs or name not in seen.identities:
        return UNSEEN
    if theirs[name] == seen.identities[name]:
        return SAME
    if name == "net" and seen.interfaces != (LOOPBACK,):
        return f"its interfaces are {', '.join(seen.interfaces or ())}"
    if name == "net" and seen.addresses:
        return "its network is up"
    if name == "pid" and os.getppid() != 0:
        return "it sees its parent"
    if name == "uts" and os.uname().nodename != HOST:
        return "it has the name of the machine"
    return ""


def _lines(name: str) -> list[str]:
    try:
        with open(f"/proc/self/net/{name}", encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []
