"""Attempts that a confined process makes: most must fail, some must work.

Comes in: a Spec of what the parent has put up. Goes out: name of the probe ->
"" if all is as it must be, or what happened instead. It undoes nothing and
does no harm when a wall is missing: it attaches without stopping, it signals
with 0, and the only program it starts does not exist.

All run in one child, one after another, right after `confine`. On Windows,
where os.kill ends a process even with signal 0, none is tried.
"""

from __future__ import annotations

import ctypes
import errno
import importlib
import importlib.util
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import NamedTuple

from grader.sandbox.targets import Address, Spec

REFUSED = (errno.EPERM, errno.EACCES)
# With a process or network namespace the target is not there at all.
OUT_OF_SIGHT = (*REFUSED, errno.ENOENT, errno.ESRCH)
UNREACHABLE = (*REFUSED, errno.ENETUNREACH)
PTRACE_SEIZE = 0x4206
CLONE_FS = 0x200        # asks for what it has: nothing changes

# Modules with compiled code that hardly anything imports; which of them are
# there depends on how Python was built.
RARE_EXTENSIONS = ("_bz2", "_lzma", "_zoneinfo", "_queue", "_statistics")
RARE_SOURCE = "colorsys"


class Probe(NamedTuple):
    """One attempt.

    meaning: what it means for the user when the wall does not hold
    held: reasons of failure that count as a wall
    """

    attempt: Callable[[Spec], None]
    meaning: str
    held: tuple[int, ...] = REFUSED


def probe(spec: Spec) -> dict[str, str]:
    """Try everything; nothing raises."""
    if sys.platform == "win32":
        return {}
    results = {}
    for name, item in FORBIDDEN.items():
        results[name] = _must_fail(item, spec)
    for name, item in NEEDED.items():
        results[name] = _must_work(item, spec)
    return results


def _must_fail(item: Probe, spec: Spec) -> str:
    try:
        item.attempt(spec)
    except OSError as error:
        return "" if error.errno in item.held else _describe(error)
    except Exception as error:      # a probe that cannot run proves nothing
        return _describe(error)
    return "it was possible"


def _must_work(item: Probe, spec: Spec) -> str:
    try:
        item.attempt(spec)
    except Exception as error:
        return _describe(error)
    return ""


def _describe(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _open(path: str, flags: int) -> None:
    os.close(os.open(path, flags))


def _connect(family: int, kind: int, address: Address) -> None:
    with socket.socket(family, kind) as end:
        end.settimeout(1)
        end.connect(address)
        end.send(b"x")


def _fork(spec: Spec) -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _exec(spec: Spec) -> None:
    # A program that is not there: the filter answers before the kernel looks
    # for it. Without a filter the answer is "no such file".
    os.execv(os.path.join(spec.scratch, "no-such-program"), ["no"])


def _signal(spec: Spec) -> None:
    os.kill(spec.parent_pid, 0)
    os.kill(os.getppid(), 0)


def _ask(name: str, *words: int | None) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library[name](*words) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _read_process(spec: Spec, what: str) -> None:
    for pid in (spec.parent_pid, os.getppid()):
        _open(f"/proc/{pid}/{what}", os.O_RDONLY)


def _raise_limit(spec: Spec) -> None:
    import resource
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard + 1, hard + 1))
    except ValueError as error:     # how Python reports EPERM here
        raise PermissionError(errno.EPERM, str(error)) from error


def _use_scratch(spec: Spec) -> None:
    folder = os.path.join(spec.scratch, "probe")
    path = os.path.join(folder, "file")
    os.mkdir(folder)
    with open(path, "w+", encoding="ascii") as file:
        file.write("text")
        file.seek(0)
        if file.read() != "text":
            raise RuntimeError("it does not keep what is written")
    os.rename(path, path + "-2")
    if os.listdir(folder) != ["file-2"]:
        raise RuntimeError("it cannot be listed")
    os.remove(path + "-2")
    os.rmdir(folder)


def _import(spec: Spec) -> None:
    for name in RARE_EXTENSIONS:
        if name not in sys.modules and importlib.util.find_spec(name):
            importlib.import_module(name)
    sys.modules.pop(RARE_SOURCE, None)
    importlib.import_module(RARE_SOURCE)


def _start_thread(spec: Spec) -> None:
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(1))
    thread.start()
    thread.join(10)
    if not seen:
        raise RuntimeError("it did not run")


def _exceed_memory(spec: Spec) -> None:
    try:
        bytearray(2 * spec.memory_bytes)
    except MemoryError:
        return
    raise RuntimeError(f"{2 * spec.memory_bytes >> 20} MB were given")


FORBIDDEN = {
    "write": Probe(
        lambda spec: _open(spec.sentinel, os.O_WRONLY),
        "files outside its folder could be changed"),
    "truncate": Probe(
        lambda spec: os.truncate(spec.sentinel, 0),
        "files outside its folder could be cut short"),
    "create": Probe(
        lambda spec: _open(spec.sentinel + "-2", os.O_WRONLY | os.O_CREAT),
        "files outside its folder could be made"),
    "mode": Probe(
        lambda spec: os.chmod(spec.sentinel, 0o644),
        "modes of files outside its folder could be changed"),
    "read": Probe(
        lambda spec: _open(spec.sentinel, os.O_RDONLY),
        "files outside its folder could be read"),
    "grader": Probe(
        lambda spec: _open(spec.grader_file, os.O_RDONLY),
        "files of the grader could be read"),
    "tcp": Probe(
        lambda spec: _connect(socket.AF_INET, socket.SOCK_STREAM,
                              ("127.0.0.1", spec.tcp_port)),
        "connections could be made", UNREACHABLE),
    "udp": Probe(
        lambda spec: _connect(socket.AF_INET, socket.SOCK_DGRAM,
                              ("127.0.0.1", spec.udp_port)),
        "data could be sent (UDP)", UNREACHABLE),
    "unix": Probe(
        lambda spec: _connect(socket.AF_UNIX, socket.SOCK_STREAM,
                              spec.unix_path),
        "programs of this machine could be reached by socket"),
    "abstract": Probe(
        lambda spec: _connect(socket.AF_UNIX, socket.SOCK_STREAM,
                              "\0" + spec.abstract_name),
        "programs of this machine could be reached by abstract socket"),
    "fork": Probe(_fork, "processes could be started"),
    "exec": Probe(_exec, "other programs could be started"),
    "signal": Probe(
        _signal, "the grader could be stopped by a signal", OUT_OF_SIGHT),
    "trace": Probe(
        lambda spec: _ask("ptrace", PTRACE_SEIZE, os.getppid(), None, None),
        "the grader could be traced", OUT_OF_SIGHT),
    "unshare": Probe(
        lambda spec: _ask("unshare", CLONE_FS),
        "it could leave its namespaces"),
    "environment": Probe(
        lambda spec: _read_process(spec, "environ"),
        "the environment of the grader could be read", OUT_OF_SIGHT),
    "memory_of_others": Probe(
        lambda spec: _read_process(spec, "mem"),
        "the memory of the grader could be read", OUT_OF_SIGHT),
    "limits": Probe(_raise_limit, "limits could be raised again"),
}

NEEDED = {
    "scratch": Probe(_use_scratch, "its own folder does not work"),
    "imports": Probe(_import, "modules of Python cannot be imported"),
    "threads": Probe(_start_thread, "threads do not work"),
    "memory": Probe(_exceed_memory, "the memory was not limited"),
}
