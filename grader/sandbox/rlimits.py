"""Limits that the kernel counts: memory, processor time, files.

Comes in: the limits of a task, and the memory that the libraries take anyway.
Goes out: limits in the kernel's words, set for good. Disk space is not limited
as a sum, only the size of each file and how many can be open. New processes
are refused by seccomp, not here: the number of tasks counts all that a user
has running, and means nothing to root.
"""

from __future__ import annotations

import math
import os
import sys

from grader.model import Limits

try:
    import resource
except ImportError:             # Windows
    resource = None  # type: ignore[assignment]

KernelLimit = tuple[int, int, int]              # kind, soft, hard

MEMORY_LOCKED_BYTES = 64 << 10
# More than a busy desktop has, less than a machine can bear: stops a child
# that starts small threads without end. Not relied upon, see above.
TASKS_OF_THE_USER = 8192


def available() -> bool:
    """Does this system have such limits at all?"""
    return resource is not None


def kernel_limits(base_bytes: int, limits: Limits
                  ) -> tuple[KernelLimit, ...]:
    """(kind, soft, hard), never above what the system allows already."""
    if resource is None:
        return ()
    seconds = math.ceil(limits.task_seconds) + 1
    memory = base_bytes + limits.memory_bytes
    wanted = {
        "FSIZE": (limits.file_bytes, limits.file_bytes),
        "NOFILE": (limits.open_files, limits.open_files),
        # The first limit can be caught as a signal, the second cannot.
        "CPU": (seconds, seconds + 1),
        "NPROC": (TASKS_OF_THE_USER, TASKS_OF_THE_USER),
        "CORE": (0, 0),
        "MEMLOCK": (MEMORY_LOCKED_BYTES, MEMORY_LOCKED_BYTES),
        "SIGPENDING": (0, 0),
        "MSGQUEUE": (0, 0),
        "RTPRIO": (0, 0),
    }
    if sys.platform != "darwin":
        wanted["AS"] = (memory, memory)
    made = []
    for name, (soft, hard) in wanted.items():
        kind = getattr(resource, "RLIMIT_" + name, None)
        if kind is None:                # not every system has each of them
            continue
        ceiling = resource.getrlimit(kind)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        made.append((kind, soft, hard))
    return tuple(made)


def set_limits(wanted: tuple[KernelLimit, ...]) -> None:
    """Put this process under these limits."""
    for kind, soft, hard in wanted:
        resource.setrlimit(kind, (soft, hard))


def address_space() -> int:
    """Bytes of address space in use, 0 where nobody can tell."""
    try:
        with open("/proc/self/statm", "rb") as file:
            pages = int(file.read().split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
