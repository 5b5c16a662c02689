"""The process that preloads libraries once and forks children for tasks.

    parent --Popen--> zygote (fresh interpreter, -P, scrubbed environment)
              control socket: one pipe end and a number for each child wanted
    zygote --fork--> child --confine--> student code

It is no fork of the parent: it never held an oracle, a seed or a check. It
never runs student code itself. It tells the parent how each child ended, and
it kills what a child leaves behind.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Started by path with -P: only here the package is put on the path.
    _root = os.path.dirname(os.path.dirname(os.path.dirname(
        os.path.abspath(__file__))))
    sys.path.append(_root)
    from grader.sandbox.quiet_forks import load_quietly
    _keeps_chance = load_quietly()

import fcntl
import gc
import random
import selectors
import signal
import socket
from collections.abc import Callable

import msgspec

from grader.sandbox import child, confine, levels, namespaces, wire
from grader.sandbox.equipment import SEED, Equipment
from grader.sandbox.rehearsal import rehearse
from grader.sandbox.signs import Signs, reason_of

CHANNEL, OUTPUT, FIRST_FREE = 3, 4, 5


class Zygote:
    """Serves the control socket until the parent closes it."""

    def __init__(self, control: socket.socket, policy: confine.Policy,
                 equipment: Equipment) -> None:
        self._control = control
        self._policy = policy
        self._equipment = equipment
        self._signs = Signs()
        # pid -> number, and the place of its sign
        self._children: dict[int, tuple[int, int]] = {}
        self._wake, wake = socket.socketpair()
        for end in (self._wake, wake):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        self._wake_end = wake

    def serve(self) -> None:
        """Fork on request, kill on request, report each end."""
        self._policy = confine.share(self._policy)
        keeper = (namespaces.Keeper()
                  if "pid" in self._policy.mechanisms.namespaces else None)
        gc.collect()
        gc.freeze()                     # children share these pages
        selector = selectors.DefaultSelector()
        selector.register(self._control, selectors.EVENT_READ)
        selector.register(self._wake, selectors.EVENT_READ)
        alive = True
        while alive:
            for key, _ in selector.select():
                if key.fileobj is self._control:
                    alive = self._obey(selector)
                else:
                    self._wake.recv(4096)
            self._reap()
        for pid in list(self._children):
            _kill_all(pid)
        if keeper is not None:
            keeper.close()

    def _obey(self, selector: selectors.BaseSelector) -> bool:
        data, fds, _, _ = socket.recv_fds(self._control, wire.ORDER.size, 1)
        if len(data) < wire.ORDER.size:
            return False
        word, number = wire.ORDER.unpack(data)
        if word == b"F":
            self._fork(number, fds[0], selector)
        elif word == b"K":
            for pid, (owner, _) in list(self._children.items()):
                if owner == number:
                    _kill_all(pid)
        return True

    def _fork(self, number: int, channel: int,
              selector: selectors.BaseSelector) -> None:
        place = self._signs.claim()
        try:
            pid = os.fork()
        except OSError as error:        # too many processes, no memory
            os.close(channel)
            self._signs.take_down(place)
            self._control.sendall(
                wire.ENDED.pack(number, 70 << 8, 0, reason_of(error)))
            return
        if pid == 0:
            try:
                signal.set_wakeup_fd(-1)
                become_child(channel, self._policy, self._equipment,
                             lambda: self._signs.put_up(place))
            except BaseException as error:
                self._signs.give_reason(place, error)
            finally:
                os._exit(70)
        os.close(channel)
        self._children[pid] = number, place

    def _reap(self) -> None:
        while self._children:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
            if pid == 0:
                return
            if pid not in self._children:
                continue
            number, place = self._children.pop(pid)
            _kill_group(pid)        # what a child without seccomp left behind
            self._control.sendall(wire.ENDED.pack(
                number, status, usage.ru_maxrss,
                self._signs.take_down(place)))


def _kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def _kill_all(pid: int) -> None:
    _kill_group(pid)
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def become_child(channel: int, policy: confine.Policy, equipment: Equipment,
                 walls_are_up: Callable[[], None]) -> None:
    """From fork to the last reply; never returns to the zygote's loop.

    walls_are_up: to be called right before student code may run
    """
    os.setsid()
    os.dup2(channel, CHANNEL)
    start, job = receive_job(CHANNEL, equipment.decoder)
    os.dup2(output_file(), OUTPUT)
    os.dup2(OUTPUT, 1)
    os.dup2(0, 2)                   # to nowhere, as all that is no answer
    if not equipment.keeps_chance:
        random.seed(SEED)
    worker = child.make(job, send, OUTPUT, equipment)
    os.chdir(job.scratch)
    confine.confine(policy, job.scratch, job.limits)
    os.closerange(FIRST_FREE, 1024)
    walls_are_up()
    worker(start, policy.mechanisms)
    os._exit(0)


def receive_job(channel: int, decoder: msgspec.msgpack.Decoder[wire.Job]
                ) -> tuple[wire.Start, wire.Job]:
    """Where to start, and the job."""
    size, *start = wire.JOB_HEADER.unpack(
        receive(channel, wire.JOB_HEADER.size))
    return wire.Start(*start), decoder.decode(receive(channel, size))


def receive(channel: int, size: int) -> bytes:
    """Exactly so many bytes; without a parent there is nothing to do."""
    data = b""
    while len(data) < size:
        part = os.read(channel, size - len(data))
        if not part:
            os._exit(71)
        data += part
    return data


def send(data: bytes) -> None:
    """Send to the parent, all of it."""
    view = memoryview(data)
    while view:
        view = view[os.write(CHANNEL, view):]


def output_file() -> int:
    """An unnamed file that takes what student code prints."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("output")
    import tempfile
    return os.dup(tempfile.TemporaryFile().fileno())


def main(number: int, keeps_chance: bool, draws: bool) -> None:
    """Set up once, then serve.

    number: of the control socket, an open file
    keeps_chance: a fork does not change the module random
    draws: load matplotlib, while the parent still has other things to do
    """
    control = socket.socket(fileno=fcntl.fcntl(
        number, fcntl.F_DUPFD_CLOEXEC, 20))
    null = os.open(os.devnull, os.O_RDWR)
    for taken in (0, CHANNEL, OUTPUT):      # places a child fills later
        os.dup2(null, taken)
    equipment = Equipment(draws)
    equipment.keeps_chance = keeps_chance
    size, = wire.HEADER.unpack(receive(control.fileno(), wire.HEADER.size))
    hello = msgspec.msgpack.decode(receive(control.fileno(), size),
                                   type=wire.Hello)
    policy = levels.prepare_at(hello.level, hello.limits,
                               list(hello.hidden))
    os.environ.clear()
    sys.path.pop()                  # student code need not find us
    rehearse(equipment, OUTPUT)
    if hello.level == "full":
        policy = namespaces.set_apart(policy)
    Zygote(control, policy, equipment).serve()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), _keeps_chance, sys.argv[2:] == ["draw"])
