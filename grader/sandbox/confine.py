"""Puts a child under all limits this system has, before any student code.

    zygote:  policy = prepare(limits, hidden)       once
               tries each mechanism in a child of its own, opens the readable
               folders, builds the filter, measures its own memory
      |
      |        share(policy)                       what children inherit
      |
      +-fork-> child:  confine(policy, scratch, limits)
                         privileges, Landlock, rlimits, seccomp, in this order
                         then, and only then, student code

After `share` a child has less to do and ends behind the same walls. Landlock
is not shared: see docs/decisions/cheap-children.md.

Comes in: limits, what must stay hidden, the child's own folder. Goes out: a
Policy that says what is in force (`policy.mechanisms`), and what is lacking.
What the zygote found working must work in each child: `confine` raises
otherwise, and no student code may run after that. It never gives anything
back. All of the grader that a child needs must be imported before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TypeVar

import msgspec

from grader.model import GraderError, Limits
from grader.sandbox import (kernel, landlock, privileges, readable, rlimits,
                            seccomp)

Mechanism = TypeVar("Mechanism")

NO_LANDLOCK = "this system has no Landlock: files were not protected"
OLD_LANDLOCK = ("the Landlock of this kernel is version {}: it cannot stop "
                "files from being cut short, version 3 can")
NO_SECCOMP = ("this system has no filter for system calls: network and other "
              "processes were not protected")
NO_RLIMITS = ("this system has no resource limits: memory, processor time "
              "and file sizes were not limited")
NO_MEMORY_LIMIT = "this system does not limit the memory of a process"


class Mechanisms(msgspec.Struct, frozen=True):
    """What is in force in each child.

    landlock: its version, 0 for none
    namespaces: those that the zygote says it entered
    why: a sentence for each mechanism that the system lacks
    """

    landlock: int = 0
    seccomp: bool = False
    rlimits: bool = False
    why: tuple[str, ...] = ()
    namespaces: tuple[str, ...] = ()


class Policy(msgspec.Struct, frozen=True):
    """All that a child needs to confine itself; made once, in the zygote.

    parent: pid of the process that prepared, the zygote
    base_bytes: address space of the zygote, which its libraries need
    limits, kernel_limits: the usual limits, and what the kernel gets
    capabilities: a request to drop the rights of root, None once shared
    spans: the descriptors in the ruleset as (first, after last)
    """

    parent: int
    base_bytes: int
    mechanisms: Mechanisms
    limits: Limits
    kernel_limits: tuple[rlimits.KernelLimit, ...]
    capabilities: bytearray | None
    ruleset: landlock.Ruleset | None = None
    spans: tuple[tuple[int, int], ...] = ()
    filter: seccomp.Filter | None = None

    def close(self) -> None:
        """Close the descriptors in this process; no child can follow."""
        for first, after in self.spans:
            os.closerange(first, after)


def prepare(limits: Limits, hidden: list[str]) -> Policy:
    """Find out what this system can do, and get it ready.

    hidden: the grader package and the checkout with its solutions
    """
    kernel.load()
    machine = seccomp.this_machine()
    made = seccomp.build_filter(machine) if machine else None
    if not _works(_try_seccomp, made):
        made = None
    version = landlock.abi_version()
    if not _works(_try_landlock, version):
        version = 0
    ruleset, spans = _describe_files(version, hidden)
    base = rlimits.address_space()
    limited = rlimits.available()
    return Policy(
        os.getpid(), base,
        Mechanisms(version, made is not None, limited,
                   _missing(version, made is not None, limited)),
        limits, rlimits.kernel_limits(base, limits),
        privileges.kept_capabilities(), ruleset, spans, made)


def share(policy: Policy) -> Policy:
    """Confine the zygote with all that its children may inherit.

    It can still fork, kill and confine. The new policy is for its children.
    """
    try:
        _give_up(policy)
        own, machine = None, seccomp.this_machine()
        if policy.filter is not None and machine is not None:
            seccomp.install_filter(
                seccomp.build_filter(machine, "shared"), os.getpid())
            own = seccomp.build_filter(machine, "own")
    except OSError as error:
        raise GraderError(f"the zygote could not confine itself: {error}; "
                          "no student code was run") from error
    return msgspec.structs.replace(policy, capabilities=None, filter=own)


def confine(policy: Policy, scratch: str, limits: Limits) -> None:
    """Give up, for good, what student code must not have.

    To be called right after the fork: a thread that runs already stays free.
    Where nothing can fork, the process that prepared may confine itself.
    """
    try:
        _give_up(policy)
        if os.getpid() != policy.parent:
            privileges.die_with(policy.parent)
        if policy.ruleset is not None:
            folder = policy.ruleset.allow_scratch(scratch)
            policy.ruleset.enforce()
            os.close(folder)
            policy.close()
        # Only now: the descriptors above may be more than a child may have.
        if policy.mechanisms.rlimits:
            rlimits.set_limits(_limits_of(policy, limits))
        if policy.filter is not None:   # last: it refuses most of the above
            seccomp.install_filter(policy.filter, os.getpid())
    except (OSError, ValueError) as error:
        raise GraderError(f"a child could not confine itself: {error}; "
                          "no student code was run in it") from error


def _give_up(policy: Policy) -> None:
    """What is inherited as it is, unless the zygote did it already."""
    if policy.capabilities is not None:
        os.umask(0o077)
        privileges.give_up_privileges(policy.capabilities)


def _limits_of(policy: Policy, limits: Limits
               ) -> tuple[rlimits.KernelLimit, ...]:
    if limits == policy.limits:         # most tasks: made already
        return policy.kernel_limits
    return rlimits.kernel_limits(policy.base_bytes, limits)


def _describe_files(version: int, hidden: list[str]) -> tuple[
        landlock.Ruleset | None, tuple[tuple[int, int], ...]]:
    """The rules on files for all children, and their open descriptors."""
    if not version:
        return None, ()
    readable.warm_finders()
    opened = landlock.open_read_paths(readable.readable_paths(hidden))
    ruleset = landlock.Ruleset(version)
    ruleset.allow_reading(opened)
    nothing = landlock.open_read_paths([os.devnull])
    for descriptor, _ in nothing:
        ruleset.allow(descriptor, landlock.READ_FILE | landlock.WRITE_FILE)
    return ruleset, _spans([pair[0] for pair in opened + nothing])


def _works(attempt: Callable[[Mechanism], None], mechanism: Mechanism | None
           ) -> bool:
    """Does it work in a child? Never in here: it could not be undone."""
    if not mechanism:
        return False
    pid = os.fork()
    if pid == 0:
        try:
            attempt(mechanism)
            os._exit(0)
        finally:                # whatever went wrong: no traceback, no exit
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0


def _try_seccomp(made: seccomp.Filter) -> None:
    """Install the filter, and see that it bites."""
    privileges.forbid_new_privileges()
    seccomp.install_filter(made, os.getpid())
    _must_be_refused(lambda: os.kill(os.getppid(), 0))


def _try_landlock(version: int) -> None:
    """Allow nothing, and see that nothing can be opened."""
    privileges.forbid_new_privileges()
    landlock.Ruleset(version).enforce()
    _must_be_refused(lambda: os.close(os.open("/", os.O_RDONLY)))


def _must_be_refused(attempt: Callable[[], None]) -> None:
    try:
        attempt()
    except PermissionError:
        return
    raise GraderError("the kernel accepted the rules and ignores them")


def _missing(version: int, filtered: bool, limited: bool) -> tuple[str, ...]:
    """A sentence for each mechanism that is not there."""
    why = []
    if not version:
        why.append(NO_LANDLOCK)
    elif version < landlock.FULL_VERSION:
        why.append(OLD_LANDLOCK.format(version))
    if not filtered:
        why.append(NO_SECCOMP)
    if not limited:
        why.append(NO_RLIMITS)
    elif sys.platform == "darwin":
        why.append(NO_MEMORY_LIMIT)
    return tuple(why)


def _spans(descriptors: list[int]) -> tuple[tuple[int, int], ...]:
    """Neighbours put together: (3, 4, 5, 9) are (3, 6) and (9, 10)."""
    spans: list[tuple[int, int]] = []
    for number in sorted(descriptors):
        if spans and spans[-1][1] == number:
            spans[-1] = (spans[-1][0], number + 1)
        else:
            spans.append((number, number + 1))
    return tuple(spans)
