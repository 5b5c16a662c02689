"""System calls that the standard library does not offer, through ctypes.

Comes in: a number or an option, and whole numbers as arguments. Goes out: the
answer, or an OSError with the kernel's reason. It never decides anything and
never looks at a path. It serves Linux; elsewhere each call fails with ENOSYS.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

# The functions in use, with the number of arguments they are called with.
ARGUMENTS = {"syscall": 5, "prctl": 5, "capget": 2, "capset": 2,
             "unshare": 1}


@functools.cache
def _function(name: str) -> Callable[..., int]:
    """A function of the C library that takes and gives machine words.

    Every argument is passed as a full word: the default, a C int, would leave
    the upper half of a register undefined and cut pointers.
    """
    library = ctypes.CDLL(None, use_errno=True)
    function = library[name]
    function.argtypes = [ctypes.c_long] * ARGUMENTS[name]
    function.restype = ctypes.c_long if name == "syscall" else ctypes.c_int
    return function


def load() -> None:
    """Find the functions once, in the zygote; each child would pay 0.3 ms."""
    if sys.platform == "linux":
        for name in ARGUMENTS:
            _function(name)


def _checked(answer: int) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer


def syscall(number: int, first: int = 0, second: int = 0, third: int = 0,
            fourth: int = 0) -> int:
    """Make one system call."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, "only Linux has this system call")
    return _checked(
        _function("syscall")(number, first, second, third, fourth))


def library_call(name: str, *arguments: int) -> int:
    """Call a function of the C library that answers like a system call."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, f"only Linux has {name}")
    return _checked(_function(name)(*arguments))


def prctl(option: int, value: int = 0, third: int = 0) -> int:
    """Change or read one switch of this process."""
    return library_call("prctl", option, value, third, 0, 0)


def address_of(buffer: bytearray) -> int:
    """Where the bytes lie; true until the buffer grows, also after a fork."""
    return ctypes.addressof(ctypes.c_char.from_buffer(buffer))
