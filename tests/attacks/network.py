"""Talking to anybody else."""

from .case import LIMITED, Attack, function

CATEGORY = "network"

TOP = "import socket"


def talk(family: str, kind: str, address: str, top: str = TOP) -> str:
    """A file that sends something to an address."""
    return function(
        f"end = socket.socket(socket.{family}, socket.{kind})\n"
        f"end.settimeout(0.2)\nend.connect({address})\n"
        f"end.send(b'hello')\nreturn 0", top)


ATTACKS = [
    Attack("TCP to this machine", talk(
        "AF_INET", "SOCK_STREAM", "('127.0.0.1', $TCP)"), open_at=LIMITED),
    Attack("UDP to this machine", talk(
        "AF_INET", "SOCK_DGRAM", "('127.0.0.1', $UDP)"), open_at=LIMITED),
    Attack("TCP by version 6 of the protocol", talk(
        "AF_INET6", "SOCK_STREAM", "('::ffff:127.0.0.1', $TCP)"),
        open_at=LIMITED),
    Attack("unix socket by path", talk(
        "AF_UNIX", "SOCK_STREAM", "'$OUTSIDE/socket'"), open_at=LIMITED),
    Attack("unix socket by abstract name", talk(
        "AF_UNIX", "SOCK_STREAM", "'\\0$ABSTRACT'"), open_at=LIMITED),
    Attack("UDP without connecting", function(
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto("
        "b'x', ('127.0.0.1', $UDP))\nreturn 0", TOP), open_at=LIMITED),
    Attack("fast open of TCP", function(
        "socket.socket().sendto(b'x', 0x20000000, ('127.0.0.1', $TCP))\n"
        "return 0", TOP), open_at=LIMITED),
    Attack("a page by urllib", function(
        "urllib.request.urlopen('http://127.0.0.1:$TCP/', timeout=0.2)",
        "import urllib.request"), open_at=LIMITED, slow=True),
    Attack("a thread that connects", function(
        "thread = threading.Thread(target=socket.create_connection,\n"
        "    args=(('127.0.0.1', $TCP),))\n"
        "thread.start(); thread.join(0.2)\nreturn 0",
        "import socket, threading"), open_at=LIMITED),
    Attack("a socket by a raw system call", function(
        "libc = ctypes.CDLL(None)\n"
        "number = 41 if os.uname().machine == 'x86_64' else 198\n"
        "fd = libc.syscall(number, 2, 1, 0)\n"
        "end = socket.socket(fileno=fd)\n"
        "end.connect(('127.0.0.1', $TCP))",
        "import ctypes, os, socket"), open_at=LIMITED),
    Attack("a listener of its own", function(
        "end = socket.create_server(('127.0.0.1', 0))\n"
        "return [sum(row) for row in matrix]", TOP), open_at=LIMITED),
    Attack("a pair of sockets", function(
        "socket.socketpair()\nreturn [sum(row) for row in matrix]", TOP),
        open_at=LIMITED),
    Attack("a socket of the kernel", function(
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)\n"
        "return [sum(row) for row in matrix]", TOP), open_at=LIMITED),
    Attack("descriptors of the grader by pidfd", function(
        "pid = os.pidfd_open($PARENT)\n"
        "for fd in range(3, 30):\n"
        "    if ctypes.CDLL(None).syscall(438, pid, fd, 0) > 0:\n"
        "        return [sum(row) for row in matrix]",
        "import ctypes, os"), open_at=LIMITED),
]
