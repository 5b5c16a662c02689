"""Tries the walls from inside, before anybody relies on them.

    parent:  with targets(...) as spec:     files, listeners, its own pid
                 send spec_text(spec) as a job
    zygote --fork--> child --confine--> answer(text, mechanisms): probe each
    parent:  read_answer(bytes) --> Isolation

Comes in: a Spec that says what the parent has put up. Goes out: for each probe
"" if the wall held, or what happened. No student code runs in this child, so
its answers may be believed. A level is never taken from what the system says
it can do: "full" means that each of these attempts was made and failed, and
that what student code needs did work.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import tempfile
from collections.abc import Iterator
from typing import Literal

import msgspec

from grader.model import Isolation
from grader.sandbox.confine import Mechanisms
from grader.sandbox.landlock import FULL_VERSION
from grader.sandbox.probes import FORBIDDEN, NEEDED, Address, Spec, probe

__all__ = ["Answer", "Mechanisms", "Spec", "answer", "judge_preflight",
           "probe", "read_answer", "spec_text", "targets"]

NOT_TESTED = "the walls were not tested on this system"


class Answer(msgspec.Struct, frozen=True):
    """What a confined child found."""

    results: dict[str, str]
    mechanisms: Mechanisms


@contextlib.contextmanager
def targets(scratch: str, memory_bytes: int, grader_file: str
            ) -> Iterator[Spec]:
    """Put up what the child must not reach; take it down afterwards.

    Files and listeners are open to every user of the machine, so that it is
    the confinement that holds and not their mode.
    """
    folder = tempfile.mkdtemp(prefix="preflight-")
    with contextlib.ExitStack() as cleaning:
        cleaning.callback(shutil.rmtree, folder, ignore_errors=True)
        os.chmod(folder, 0o777)
        sentinel = os.path.join(folder, "sentinel")
        with open(sentinel, "w", encoding="ascii") as file:
            file.write("untouched")
        os.chmod(sentinel, 0o666)
        path = os.path.join(folder, "socket")
        name = "preflight-" + secrets.token_hex(8)
        tcp, udp = (_listen(cleaning, "AF_INET", kind, ("127.0.0.1", 0))
                    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM))
        by_path, by_name = (
            _listen(cleaning, "AF_UNIX", socket.SOCK_STREAM, address)
            for address in (path, "\0" + name))
        if by_path:
            os.chmod(path, 0o777)
        yield Spec(
            scratch, memory_bytes, grader_file, sentinel, os.getpid(),
            tcp_port=_port(tcp), udp_port=_port(udp),
            unix_path=path if by_path else "",
            abstract_name=name if by_name else "")


def spec_text(spec: Spec) -> str:
    """The Spec as text, to travel in a job."""
    return msgspec.json.encode(spec).decode()


def answer(text: str, mechanisms: Mechanisms) -> bytes:
    """Probe inside a confined child; the bytes are for `read_answer`."""
    spec = msgspec.json.decode(text, type=Spec)
    return msgspec.json.encode(Answer(probe(spec), mechanisms))


def read_answer(data: bytes) -> Isolation:
    """The verdict of the parent; an answer it cannot read held nothing."""
    try:
        found = msgspec.json.decode(data, type=Answer)
    except msgspec.DecodeError:
        found = Answer({}, Mechanisms())
    return judge_preflight(found.results, found.mechanisms)


def judge_preflight(results: dict[str, str], mechanisms: Mechanisms
                    ) -> Isolation:
    """The level that was proven, and why it is not a higher one."""
    level: Literal["full", "limits", "process"] = (
        "limits" if mechanisms.rlimits else "process")
    if not results:
        return _isolation(level, mechanisms, "not run", [NOT_TESTED])
    all_probes = FORBIDDEN | NEEDED
    broken = {name: results.get(name, "not tried") for name in all_probes
              if results.get(name, "not tried")}
    if broken:
        return _isolation(
            level, mechanisms, "failed: " + ", ".join(broken),
            [f"{all_probes[name].meaning} ({happened})"
             for name, happened in broken.items()])
    if (mechanisms.landlock >= FULL_VERSION and mechanisms.seccomp
            and mechanisms.rlimits):
        level = "full"
    return _isolation(level, mechanisms, "passed", [])


def _isolation(level: Literal["full", "limits", "process"],
               mechanisms: Mechanisms, preflight: str, why: list[str]
               ) -> Isolation:
    return Isolation(level, mechanisms.landlock, mechanisms.seccomp,
                     mechanisms.rlimits, preflight,
                     (*mechanisms.why, *why))


def _listen(cleaning: contextlib.ExitStack, family: str, kind: int,
            address: Address) -> socket.socket | None:
    """A socket that others can reach; None where the system has no such."""
    try:
        end = socket.socket(getattr(socket, family), kind)
        cleaning.callback(end.close)
        end.bind(address)
        if kind == socket.SOCK_STREAM:
            end.listen()
    except (AttributeError, OSError):   # no network, no Unix sockets
        return None
    return end


def _port(end: socket.socket | None) -> int:
    return end.getsockname()[1] if end else 0
