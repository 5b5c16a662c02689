"""One fresh interpreter for one job, where the system cannot fork.

    portable --Popen--> this --confine--> student code

The job comes on standard input, replies go out on what was standard output;
student code gets an empty input and a bounded file for its output.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Started by path with -P: only here the package is put on the path.
    sys.path.append(os.path.dirname(os.path.dirname(os.path.dirname(
        os.path.abspath(__file__)))))

import tempfile

import msgspec

from grader.sandbox import child, confine, levels, namespaces, wire
from grader.sandbox.equipment import Equipment


def _read(size: int) -> bytes:
    data = sys.stdin.buffer.read(size)
    if len(data) < size:
        os._exit(71)                # the parent is gone
    return data


def _send(channel: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(channel, view):]


def main() -> None:
    """Read the job, give up all rights, answer, end."""
    channel = os.dup(1)
    size, = wire.HEADER.unpack(_read(wire.HEADER.size))
    hello = msgspec.msgpack.decode(_read(size), type=wire.Hello)
    size, *start = wire.JOB_HEADER.unpack(_read(wire.JOB_HEADER.size))
    job = msgspec.msgpack.decode(_read(size), type=wire.Job)
    output = tempfile.TemporaryFile(dir=job.scratch)
    null = os.open(os.devnull, os.O_RDWR)
    for old, new in ((null, 0), (output.fileno(), 1), (null, 2)):
        os.dup2(old, new)
    equipment = Equipment(hello.draws)
    os.environ.clear()
    os.chdir(job.scratch)
    policy = msgspec.structs.replace(
        levels.prepare_at(hello.level, hello.limits, list(hello.hidden)),
        parent=os.getppid())        # nobody forked us
    if hello.level == "full":
        policy = namespaces.set_apart(policy, namespaces.OF_THE_PROCESS)
    worker = child.make(job, lambda data: _send(channel, data),
                        output.fileno(), equipment)
    sys.path.pop()                  # student code need not find us
    confine.confine(policy, job.scratch, job.limits)
    # Student code can neither call this back nor run without it.
    _send(channel, wire.WALLS_ARE_UP)
    worker(wire.Start(*start), policy.mechanisms)
    os._exit(0)


if __name__ == "__main__":
    main()
