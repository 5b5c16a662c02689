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
from typing import NamedTuple

ENVIRONMENT = {
    "LANG": "C.UTF-8", "PATH": os.defpath, "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1",
    "MPLBACKEND": "Agg",
}
# As -I, but without -E: that would forget PYTHONHASHSEED, and a set of texts
# would have another order in each run. There is nothing of the user's to read.
ISOLATED = ("-s", "-P")
END_WAIT = 2.0        # seconds a zygote gets to end, or to tell of an end


class Started(NamedTuple):
    """A zygote and our end of its control socket.

    drawing: one that loads matplotlib, started beside it
    """

    process: subprocess.Popen[bytes]
    control: socket.socket
    drawing: Started | None = None


def drawing_cache() -> str:
    """Where matplotlib keeps its list of fonts from one run to the next.

    A folder of the grader's own: the user's may hold settings that change
    how a figure is drawn. Only the zygote reads and writes it.
    """
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(
        os.path.expanduser("~"), ".cache")
    return os.path.join(caches, "mml-grader", "matplotlib")


def scrubbed_environment(draws: bool = False) -> dict[str, str]:
    """What an interpreter needs to start, and nothing of the user's."""
    environment = dict(ENVIRONMENT)
    if draws:
        environment["MPLCONFIGDIR"] = drawing_cache()
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"):
        if name in os.environ:      # some interpreters need it to start
            environment[name] = os.environ[name]
    return environment


def start_zygote(draws: bool = False) -> Started:
    """Start a zygote; returns at once, while it still imports.

    draws: it shall load matplotlib; its Hello must say the same
    """
    ours, theirs = socket.socketpair()
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                          "zygote.py")
    process = subprocess.Popen(
        [sys.executable, *ISOLATED, script, str(theirs.fileno())],
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
