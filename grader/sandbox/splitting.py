"""Splits a zygote off a process that has loaded the libraries, by a fork.

    grader/twins.py --fork--> zygote --fork--> child

Only a fresh interpreter may do this, before it has read a word of the user:
all that it holds, every child holds too. It has one thread and libraries.
"""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import time
import traceback
from io import BufferedReader

from grader.sandbox import zygote
from grader.sandbox.starting import Started

FIRST_LOOK, LONGEST_LOOK = 0.0005, 0.05
HIGH = 64
MOST_FILES = 1 << 16


class Twin:
    """A forked process, with as much of Popen's face as we need."""

    def __init__(self, pid: int, said: BufferedReader) -> None:
        """Keep the number of the process and what it says of errors."""
        self.pid = pid
        self.stderr: BufferedReader | None = said
        self._has_ended = False

    def kill(self) -> None:
        """End it; nothing happens if it has ended."""
        if not self._has_ended:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> None:
        """Wait for its end; raises subprocess.TimeoutExpired."""
        end = None if timeout is None else time.monotonic() + timeout
        pause = FIRST_LOOK
        while not self._has_ended:
            pid, _ = os.waitpid(self.pid, os.WNOHANG if end else 0)
            self._has_ended = pid == self.pid
            if not self._has_ended and end is not None:
                if time.monotonic() > end:
                    raise subprocess.TimeoutExpired("zygote", timeout or 0)
                time.sleep(pause)
                pause = min(2 * pause, LONGEST_LOOK)


def split(keeps_chance: bool, draws: bool = False) -> Started:
    """Fork a zygote; returns at once, while it still prepares.

    keeps_chance: a fork does not change the module random
    draws: it shall load matplotlib
    """
    ours, theirs = socket.socketpair()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _leave_all(theirs.detach(), writing)
            zygote.main(zygote.FIRST_FREE, keeps_chance, draws)
        except BaseException:
            os.write(2, traceback.format_exc().encode("utf-8", "replace"))
        finally:
            os._exit(1)
    theirs.close()
    os.close(writing)
    return Started(Twin(pid, open(reading, "rb")), ours)


def _leave_all(control: int, said: int) -> None:
    """Keep nothing but the socket, and a place for last words."""
    os.setsid()
    os.chdir(os.sep)
    null = os.open(os.devnull, os.O_RDWR)
    # First out of the way: no place that is filled next may be one of these.
    control, said, null = (fcntl.fcntl(number, fcntl.F_DUPFD, HIGH)
                           for number in (control, said, null))
    for number, place in ((null, 0), (null, 1), (said, 2),
                          (control, zygote.FIRST_FREE)):
        os.dup2(number, place)
    os.closerange(zygote.FIRST_FREE + 1, MOST_FILES)
