"""What a process may still become: rights that are given up for good.

Comes in: the pid of the process that forked this one, and a request that it
made. Goes out: a process that gains no rights by exec, has no rights of root
beyond reading and writing files, leaves no memory dump, cannot be looked
into, and dies with the process that forked it. It never changes the user: the
scratch folder keeps its owner.
"""

from __future__ import annotations

import os
import signal
import struct
import sys

from grader.model import GraderError
from grader.sandbox import kernel

CAPABILITY_VERSION = 0x20080522     # two sets of 32 capabilities
# CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH stay: root may grade a checkout or
# use libraries in the private folder of somebody else. Both reach no further
# than what Landlock grants.
CAPABILITIES_KEPT = 1 << 1 | 1 << 2


def forbid_new_privileges() -> None:
    """No program this process starts has more rights than itself.

    The kernel asks for it before Landlock and before a filter.
    """
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)


def kept_capabilities() -> bytearray:
    """A request to drop all capabilities but two, made by the zygote."""
    request = bytearray(8 + 24)     # a head, then twice three sets of bits
    struct.pack_into("=Ii", request, 0, CAPABILITY_VERSION, 0)
    if sys.platform == "linux":
        start = kernel.address_of(request)
        kernel.library_call("capget", start, start + 8)
        permitted = struct.unpack_from("=I", request, 12)[0]
        kept = permitted & CAPABILITIES_KEPT
        struct.pack_into("=6I", request, 8, kept, kept, 0, 0, 0, 0)
    return request


def drop_capabilities(request: bytearray) -> None:
    """Give up what makes root special, such as raising limits again."""
    start = kernel.address_of(request)
    kernel.library_call("capset", start, start + 8)


def close_to_others() -> None:
    """No memory dump, and /proc/<pid> belongs to root from now on."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def give_up_privileges(capabilities: bytearray) -> None:
    """All of the above; nothing where the system has no such switches."""
    if sys.platform == "linux":
        forbid_new_privileges()
        drop_capabilities(capabilities)
        close_to_others()


def die_with(parent: int) -> None:
    """Get SIGKILL as soon as the parent ends; only on Linux.

    To be called last: the kernel forgets it when rights change. A parent in
    another pid namespace is seen as 0.
    """
    if sys.platform != "linux":
        return
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() not in (parent, 0):     # it ended before the line above
        raise GraderError("the process that forked this one is gone; "
                          "start the grader again")
