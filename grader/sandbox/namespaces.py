"""A network, processes and a host name of the children's own, where granted.

    zygote:  policy = set_apart(policy)     once, right before it serves
             keeper = Keeper()              first process of a pid namespace
    child :  inherits all of it, at no cost

Comes in: the names of namespaces. Goes out: which were had, and a sentence for
what the system does not grant: containers, some distributions and many
servers forbid them. So they stand behind the other walls and never replace
one: no level depends on them.

A process of root enters them directly. An ordinary user needs a user
namespace first; in ours each user stays who it is. Root without the right to
make namespaces gets none: in a user namespace of its own it could no longer
read the files of others, which it may have to grade.
"""

from __future__ import annotations

import errno
import os
import signal
import socket
import sys

import msgspec

from grader.model import GraderError
from grader.sandbox import kernel, privileges
from grader.sandbox.confine import Policy

FLAGS = {"user": 0x10000000, "uts": 0x04000000, "ipc": 0x08000000,
         "net": 0x40000000, "pid": 0x20000000}
# The cheapest first: what is true of it is true of the others.
OF_THE_PROCESS = ("uts", "ipc", "net")
OF_CHILDREN = (*OF_THE_PROCESS, "pid")
HOST = "sandbox"
NONE = "this system grants no namespaces ({}): the other walls stand alone"
NOT_ONE = "this system grants no {} namespace ({})"


def set_apart(policy: Policy, wanted: tuple[str, ...] = OF_CHILDREN
              ) -> Policy:
    """Enter what the system grants; the policy that tells of it.

    It must have one thread. Afterwards it can start none if "pid" is wanted.
    """
    names, why = enter(wanted)
    mechanisms = msgspec.structs.replace(
        policy.mechanisms, namespaces=names,
        why=(*policy.mechanisms.why, *why))
    # From inside, a parent outside of the pid namespace is seen as 0.
    parent = 0 if "pid" in names else policy.parent
    return msgspec.structs.replace(policy, mechanisms=mechanisms,
                                   parent=parent)


def enter(wanted: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The namespaces that this process is in now, and why in no others."""
    if sys.platform != "linux":
        return (), ()
    names: list[str] = []
    refused = _refusal(wanted[0])
    if refused == errno.EPERM and os.geteuid() != 0:
        refused = _refusal_of_user_namespace()
        if not refused:
            names.append("user")
            refused = _refusal(wanted[0])
    if refused:
        return tuple(names), (NONE.format(os.strerror(refused)),)
    names.append(wanted[0])
    why = []
    for name in wanted[1:]:
        if refused := _refusal(name):
            why.append(NOT_ONE.format(name, os.strerror(refused)))
        else:
            names.append(name)
    if "uts" in names:
        socket.sethostname(HOST)    # no exercise needs the name of the machine
    return tuple(names), tuple(why)


def _refusal(name: str) -> int:
    """Why the namespace could not be entered; 0 when it was."""
    try:
        kernel.library_call("unshare", FLAGS[name])
    except OSError as error:
        return error.errno or errno.EPERM
    return 0


def _refusal_of_user_namespace() -> int:
    """As above; tried in a child first, as half of it would be worse."""
    pid = os.fork()
    if pid == 0:
        number = errno.EPERM
        try:
            # Some systems give an empty shell, without any right within.
            number = _enter_as_oneself() or _refusal("uts")
        except OSError as error:
            number = error.errno or errno.EPERM
        finally:
            os._exit(number)
    status = os.waitpid(pid, 0)[1]
    if status:
        return status >> 8 or errno.EPERM
    try:
        return _enter_as_oneself()
    except OSError as error:
        raise GraderError(f"the zygote is caught between two users: {error}; "
                          "no student code was run") from error


def _enter_as_oneself() -> int:
    """Enter a user namespace that knows one user and one group: our own.

    Gives the reason if it is refused; raises OSError when it is too late.
    """
    user, group = os.geteuid(), os.getegid()
    if refused := _refusal("user"):
        return refused
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"),
                       ("gid_map", f"{group} {group} 1")):
        file = os.open(f"/proc/self/{name}", os.O_WRONLY)
        try:
            os.write(file, text.encode("ascii"))
        finally:
            os.close(file)
    return 0


class Keeper:
    """The first process of a pid namespace, forked by the zygote.

    When it ends, the kernel kills all that is left in there. It takes in
    processes that lost their parent, and does nothing else.
    """

    def __init__(self) -> None:
        """Start it; it ends with this process, however that ends."""
        reading, self._writing = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            try:
                _keep(reading)
            finally:
                os._exit(0)
        os.close(reading)

    def close(self) -> None:
        """End it, and wait for the end of all the others.

        The kernel ends it only when each child of the zygote was waited for.
        """
        os.close(self._writing)
        os.kill(self._pid, signal.SIGKILL)
        try:
            while True:
                os.wait()
        except ChildProcessError:
            return


def _keep(reading: int) -> None:
    """Wait until the pipe ends: then the zygote is gone.

    Its children let go of the other end before student code runs.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)   # nobody is a zombie
    privileges.die_with(0)
    os.dup2(reading, 0)
    os.closerange(1, 1024)
    os.read(0, 1)
