"""Starts a zygote and returns at once; light, so that it can come first.

While the parent still loads its libraries, the zygote loads its own beside
it. Only the standard library is needed here.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from typing import IO, NamedTuple, Protocol

from grader.sandbox.handover import ISOLATED, scrubbed_environment

END_WAIT = 2.0        # seconds a zygote gets to end, or to tell of an end


class Process(Protocol):
    """What we need of a zygote, however it was started."""

    pid: int

    @property
    def stderr(self) -> IO[bytes] | None:
        """What it says when it breaks."""

    def kill(self) -> None:
        """End it; nothing happens if it has ended."""

    def wait(self, timeout: float | None = None) -> object:
        """Wait for its end; raises subprocess.TimeoutExpired."""


class Started(NamedTuple):
    """A zygote and our end of its control socket.

    drawing: one that loads matplotlib, started beside it
    """

    process: Process
    control: socket.socket
    drawing: Started | None = None


def start_zygote(draws: bool = False) -> Started:
    """Start a zygote; returns at once, while it still imports.

    draws: it shall load matplotlib
    """
    ours, theirs = socket.socketpair()
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                          "zygote.py")
    process = subprocess.Popen(
        [sys.executable, *ISOLATED, script, str(theirs.fileno()),
         "draw" * draws],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, env=scrubbed_environment(draws), cwd=os.sep,
        pass_fds=[theirs.fileno()], start_new_session=True)
    theirs.close()
    return Started(process, ours)


def stop_zygote(started: Started) -> None:
    """End a zygote; nothing happens if it has ended."""
    process, control, drawing = started
    if drawing is not None:
        stop_zygote(drawing)
    # It ends when nothing more can come, and its end of the socket with it.
    # Waiting for that wakes us at once; `wait` looks again and again.
    with contextlib.suppress(OSError):      # closed already
        control.settimeout(END_WAIT)
        control.shutdown(socket.SHUT_WR)
        while control.recv(4096):
            pass
    control.close()
    try:
        process.wait(END_WAIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stderr is not None:
        process.stderr.close()


def can_fork() -> bool:
    """Whether this system has all that the zygote needs."""
    return all(hasattr(owner, name) for owner, name in (
        (os, "fork"), (os, "setsid"), (os, "wait4"),
        (socket, "send_fds"), (socket, "socketpair")))
