"""What the parent puts up for the preflight: things nobody may reach.

Comes in: the scratch folder, the memory limit and a file of the grader. Goes
out: a Spec of a file, some listeners and the parent's own pid. Everything is
taken down afterwards. Nothing here tries anything: that is `probes`.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import tempfile
from collections.abc import Iterator

import msgspec

from grader.sandbox.proofs import identities

Address = tuple[str, int] | str


class Spec(msgspec.Struct, frozen=True):
    """What the parent has put up, open to every user of the machine.

    sentinel: a file that each user may read and write
    unix_path, abstract_name: listening sockets, "" where there are none
    namespaces: name -> number of those that the parent is in
    """

    scratch: str
    memory_bytes: int
    grader_file: str
    sentinel: str
    parent_pid: int
    tcp_port: int = 0
    udp_port: int = 0
    unix_path: str = ""
    abstract_name: str = ""
    namespaces: dict[str, int] = {}


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
            abstract_name=name if by_name else "",
            namespaces=identities())


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
