"""A filter on system calls: built once, completed and installed per child.

Comes in: the tables of `syscalls`. Goes out: a program for the kernel's small
filter machine (classic BPF), which answers each system call of the process
with "go on", EPERM, ENOSYS or death. It never looks at paths: a filter sees
numbers and cannot follow pointers. Files are the business of `landlock`.

    zygote:  build_filter(machine) --> Filter (bytes with gaps for the pid)
             installs the part "shared" for itself and all its children
    child :  install_filter(filter, pid) , for good, also for its threads

The numbers are searched as a tree, not as a list. That is for speed: while a
filter is installed the kernel runs it once for each possible number, and a
list of 150 comparisons cost 0.6 ms where the tree costs 0.1 ms.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from typing import Literal, NamedTuple

from grader.sandbox import kernel
from grader.sandbox.syscalls import (
    LAST_KNOWN,
    LEFT_TO_CHILDREN,
    Machine,
    checked_numbers,
    machine_named,
    refused_numbers,
)

Instruction = tuple[int, int, int, int]         # code, if true, if false, k
Code = list[Instruction]
Part = Literal["all", "shared", "own"]

LOAD, AND, JUMP_EQUAL, JUMP_AT_LEAST, ANSWER = 0x20, 0x54, 0x15, 0x35, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
REFUSE = 0x00050000 | errno.EPERM
UNKNOWN = 0x00050000 | 38                       # ENOSYS on Linux
NUMBER_AT, MACHINE_AT, ARGUMENTS_AT = 0, 4, 16  # struct seccomp_data
SECCOMP_MODE_FILTER = 2

# A number no system call has: stands where a child puts its own pid.
PID_GAP = 0xFFFFFFF1

# What makes a thread of clone, and what may never come along: vfork, parent,
# ptrace, pidfd and each kind of namespace.
THREAD_FLAGS = 0x00010900       # CLONE_THREAD, CLONE_SIGHAND, CLONE_VM
NEVER_FLAGS = 0x7E02F000

# TCGETS (twice), TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
IOCTL_ALLOWED = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY
FCNTL_REFUSED = (8, 10, 15, 1024, 1026)
# PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_MM, PR_SET_CHILD_SUBREAPER,
# PR_SET_PTRACER
PRCTL_REFUSED = (1, 4, 35, 36, 0x59616D61)


class Filter(NamedTuple):
    """A program in the kernel's form.

    gaps: places in the program where the pid of the child belongs
    """

    program: bytes
    gaps: tuple[int, ...]


def build_filter(machine: Machine, part: Part = "all") -> Filter:
    """The filter for this machine, or one of the two parts of it.

    The kernel runs all filters of a process and takes the strictest answer.
    "shared" is for the zygote, whose children inherit it; "own" is for each
    child: both together say the same as "all".
    """
    code: Code = [
        (LOAD, 0, 0, MACHINE_AT),
        (JUMP_EQUAL, 1, 0, machine.audit),
        (ANSWER, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
    ]
    if machine.foreign:
        code += [(JUMP_AT_LEAST, 0, 1, machine.foreign),
                 (ANSWER, 0, 0, KILL)]
    code += _search(_pieces(machine, part))
    program = b"".join(struct.pack("<HBBI", *step) for step in code)
    gaps = tuple(8 * place + 4 for place, step in enumerate(code)
                 if step[0] == JUMP_EQUAL and step[3] == PID_GAP)
    return Filter(program, gaps)


def install_filter(made: Filter, pid: int) -> None:
    """Put this process under the filter; needs no_new_privs before."""
    program = bytearray(made.program)
    for gap in made.gaps:
        struct.pack_into("<I", program, gap, pid)
    head = bytearray(struct.pack("@HP", len(program) // 8,
                                 kernel.address_of(program)))
    kernel.prctl(kernel.PR_SET_SECCOMP, SECCOMP_MODE_FILTER,
                 kernel.address_of(head))


def this_machine() -> Machine | None:
    """The machine this interpreter runs on, if there is a table for it."""
    if sys.platform != "linux" or sys.byteorder != "little":
        return None
    if sys.maxsize < 2 ** 32:       # a 32-bit program has other numbers
        return None
    return machine_named(os.uname().machine)


def _pieces(machine: Machine, part: Part) -> list[tuple[int, Code]]:
    """(first number, what to do from there on), ascending, without gaps."""
    what: dict[int, Code] = {}
    refused, checked = refused_numbers(machine), checked_numbers(machine)
    for name, number in (*refused.items(), *checked.items()):
        if part == "all" or (part == "own") == (name in LEFT_TO_CHILDREN):
            what[number] = (_condition(name) if name in checked
                            else _answer(REFUSE))
    if part != "own":
        what[LAST_KNOWN + 1] = _answer(UNKNOWN)
    pieces: list[tuple[int, Code]] = []
    for number in range(LAST_KNOWN + 2):
        code = what.get(number, _answer(ALLOW))
        if not pieces or pieces[-1][1] != code:
            pieces.append((number, code))
    return pieces


def _search(pieces: list[tuple[int, Code]]) -> Code:
    """A tree of comparisons whose leaves are the pieces."""
    if len(pieces) == 1:
        return pieces[0][1]
    middle = len(pieces) // 2
    low, high = _search(pieces[:middle]), _search(pieces[middle:])
    # A jump is one byte wide: the smaller side must stand in between.
    return [(JUMP_AT_LEAST, len(low), 0, pieces[middle][0])] + low + high


def _answer(value: int) -> Code:
    return [(ANSWER, 0, 0, value)]


def _condition(name: str) -> Code:
    """The code for a call that depends on its arguments."""
    if name == "clone3":
        return _answer(UNKNOWN)
    if name == "clone":
        return [_load(0), (AND, 0, 0, THREAD_FLAGS | NEVER_FLAGS),
                *_choose((THREAD_FLAGS,), ALLOW, REFUSE)]
    if name == "ioctl":
        return [_load(1), *_choose(IOCTL_ALLOWED, ALLOW, REFUSE)]
    if name == "fcntl":
        return [_load(1), *_choose(FCNTL_REFUSED, REFUSE, ALLOW)]
    if name == "prctl":
        return [_load(0), *_choose(PRCTL_REFUSED, REFUSE, ALLOW)]
    if name == "prlimit64":
        return _only_reading_own_limits()
    return [_load(0), *_choose((PID_GAP,), ALLOW, REFUSE)]


def _load(argument: int, upper: int = 0) -> Instruction:
    """Load the lower (or upper) half of an argument."""
    return LOAD, 0, 0, ARGUMENTS_AT + 8 * argument + 4 * upper


def _choose(values: tuple[int, ...], found: int, other: int) -> Code:
    """Answer `found` when the loaded value is one of these."""
    last = len(values)
    tests = [(JUMP_EQUAL, last - place, 0, value)
             for place, value in enumerate(values)]
    return [*tests, (ANSWER, 0, 0, other), (ANSWER, 0, 0, found)]


def _only_reading_own_limits() -> Code:
    """prlimit64(0, any, NULL, any): no new limits, no other process."""
    return [_load(0), (JUMP_EQUAL, 0, 5, 0),
            _load(2), (JUMP_EQUAL, 0, 3, 0),
            _load(2, upper=1), (JUMP_EQUAL, 0, 1, 0),
            (ANSWER, 0, 0, ALLOW), (ANSWER, 0, 0, REFUSE)]
