"""Landlock: which files a process may touch, decided by the process itself.

Comes in: open descriptors of folders and files, with rights. Goes out: a
process that reaches nothing else by path, for good, also from its threads.
It never opens a file for reading and never decides which folders are harmless:
that is `readable`.

    zygote:  opened = open_read_paths(paths) , Ruleset(abi)
             allow_reading(opened)                             once
    child :  allow_scratch(folder) , enforce()

Rights. A readable folder gets READ_FILE and READ_DIR. EXECUTE is never given:
it means execve, while mapping the code of a shared library only needs reading.
The scratch folder gets what a program needs to keep plain files and folders.
It gets no symbolic links, fifos, sockets or devices: the parent looks into
this folder later, and a link would lead it out and a fifo would make it wait.
REFER (moving between folders) is not given either, as nobody needs it.

Landlock says nothing about owner, mode and times of files, nor about files
that are open already: `seccomp` refuses the first, `confine` closes the last.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable

from grader.sandbox import kernel

# The same numbers on each machine, as for all system calls since 2019.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION, PATH_BENEATH = 1, 1

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE = 1 << 4, 1 << 5
MAKE_DIR, MAKE_REG, TRUNCATE = 1 << 7, 1 << 8, 1 << 14

FILE_RIGHTS = WRITE_FILE | READ_FILE | TRUNCATE
READ = READ_FILE | READ_DIR
SCRATCH = (READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG
           | TRUNCATE)

RULE = struct.Struct("=Qi")         # struct landlock_path_beneath_attr

# How many rights on files each version knows: REFER came with 2, TRUNCATE
# with 3, IOCTL_DEV with 5. Version 7 is the last one that was looked at; what
# later versions add (unix sockets by path, UDP) is closed by seccomp.
FILE_RIGHTS_KNOWN = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16, 6: 16, 7: 16}
TCP_BIND_AND_CONNECT = 0b11         # since 4
ABSTRACT_SOCKETS_AND_SIGNALS = 0b11     # since 6

# From version 3 on no path is left by which a file can be cut short.
FULL_VERSION = 3


def abi_version() -> int:
    """The version of Landlock in this kernel, 0 when there is none."""
    if sys.platform != "linux":
        return 0
    try:
        return kernel.syscall(CREATE_RULESET, 0, 0, ASK_VERSION)
    except OSError:         # not built in, switched off, or filtered
        return 0


def handled_rights(abi: int) -> tuple[int, int, int]:
    """Everything this version can refuse: files, network, scopes."""
    known = FILE_RIGHTS_KNOWN[min(abi, max(FILE_RIGHTS_KNOWN))]
    return ((1 << known) - 1,
            TCP_BIND_AND_CONNECT if abi >= 4 else 0,
            ABSTRACT_SOCKETS_AND_SIGNALS if abi >= 6 else 0)


def open_read_paths(paths: Iterable[str]) -> list[tuple[int, bool]]:
    """(descriptor, is a folder) of each path that can be opened.

    The descriptors only name the file: nothing can be read through them.
    """
    opened = []
    for path in paths:
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:     # gone, or not ours to enter: nothing to grant
            continue
        opened.append((descriptor, os.path.isdir(path)))
    return opened


class Ruleset:
    """What stays allowed when all else is refused.

    The zygote describes it once; each child adds its own folder and enforces
    it. All bytes for the kernel are made by the zygote: what a child writes
    for the first time after a fork costs it a copy of the page.
    """

    def __init__(self, abi: int) -> None:
        """Start with nothing allowed."""
        self._handled = handled_rights(abi)
        # Older kernels take the longer record, if its end is zero.
        self._head = bytearray(struct.pack("=QQQ", *self._handled))
        self._rules = bytearray()

    def allow(self, descriptor: int, rights: int) -> None:
        """Allow these rights on an open file, or on a folder and below.

        The descriptor must be open when the rules are enforced.
        """
        self._rules += RULE.pack(rights & self._handled[0], descriptor)

    def allow_reading(self, opened: Iterable[tuple[int, bool]]) -> None:
        """Allow reading what `open_read_paths` has opened."""
        for descriptor, is_folder in opened:
            self.allow(descriptor, READ if is_folder else READ_FILE)

    def allow_scratch(self, folder: str) -> int:
        """Allow writing in this folder; gives a descriptor to close later."""
        descriptor = os.open(folder, os.O_PATH | os.O_DIRECTORY)
        self.allow(descriptor, SCRATCH)
        return descriptor

    def enforce(self) -> None:
        """Put this process under the rules; needs no_new_privs before."""
        rules = kernel.syscall(CREATE_RULESET,
                               kernel.address_of(self._head),
                               len(self._head), 0)
        if self._rules:         # an empty buffer has no address
            start = kernel.address_of(self._rules)
            for address in range(start, start + len(self._rules), RULE.size):
                kernel.syscall(ADD_RULE, rules, PATH_BENEATH, address)
        kernel.syscall(RESTRICT_SELF, rules, 0)
        os.close(rules)
