"""What attacks aim at: files, secrets, sockets, and how they are watched."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import select
import socket
from pathlib import Path

# Attacks must write it in two halves, or they would print it themselves.
SECRET = "s3cret-" + "of-the-grader"
VARIABLE = "GRADER_TEST_TOKEN"


class Targets:
    """A folder with things that must stay as they are.

    Everything in it may be read and written by every user: it is the walls
    that must hold, not the modes of files.
    """

    def __init__(self, root: Path) -> None:
        self.outside = root / "outside"
        self.outside.mkdir()
        self.outside.chmod(0o777)
        self.home = root / "home"
        self.home.mkdir()
        self.home.chmod(0o777)
        for name, text in (("secret.txt", SECRET), ("sentinel.txt", "calm"),
                           ("report.json", '{"points": 1}')):
            (self.outside / name).write_text(text)
            (self.outside / name).chmod(0o666)
        self._stack = contextlib.ExitStack()
        self.ports: dict[str, int] = {}
        self._ends: dict[str, socket.socket] = {}
        self._listen("tcp", socket.AF_INET, socket.SOCK_STREAM,
                     ("127.0.0.1", 0))
        self._listen("udp", socket.AF_INET, socket.SOCK_DGRAM,
                     ("127.0.0.1", 0))
        self.abstract = f"attacks-{os.getpid()}-{secrets.token_hex(4)}"
        self._listen("unix", socket.AF_UNIX, socket.SOCK_STREAM,
                     str(self.outside / "socket"))
        self._listen("abstract", socket.AF_UNIX, socket.SOCK_STREAM,
                     "\0" + self.abstract)
        (self.outside / "socket").chmod(0o777)

    def _listen(self, name: str, family: int, kind: int,
                address: tuple[str, int] | str) -> None:
        end = self._stack.enter_context(socket.socket(family, kind))
        end.bind(address)
        if kind == socket.SOCK_STREAM:
            end.listen()
        end.setblocking(False)
        self._ends[name] = end
        if family == socket.AF_INET:
            self.ports[name] = end.getsockname()[1]

    def close(self) -> None:
        """Take the sockets down."""
        self._stack.close()

    def words(self, submission: Path) -> dict[str, str]:
        """What the words in the source of an attack stand for."""
        return {
            "$OUTSIDE": str(self.outside), "$HOME": str(self.home),
            "$SUBMISSION": str(submission), "$ABSTRACT": self.abstract,
            "$TCP": str(self.ports["tcp"]), "$UDP": str(self.ports["udp"]),
            "$VARIABLE": VARIABLE, "$PARENT": str(os.getpid()),
            "$GRADER": str(Path(__file__).parents[2] / "grader")}

    def called(self) -> list[str]:
        """Names of the sockets that somebody reached."""
        reached = []
        for name, end in self._ends.items():
            while select.select([end], [], [], 0)[0]:
                reached.append(f"the {name} socket was reached")
                if end.type == socket.SOCK_STREAM:
                    end.accept()[0].close()
                else:
                    end.recv(100)
        return reached


def snapshot(*folders: Path) -> dict[str, str]:
    """Path -> kind, mode and content of all that lies in these folders."""
    found: dict[str, str] = {}
    for folder in folders:
        for place, inner, names in os.walk(folder):
            for name in (*inner, *names):
                path = os.path.join(place, name)
                facts = os.lstat(path)
                found[path] = f"{facts.st_mode:o} {facts.st_uid}"
                if os.path.isfile(path) and not os.path.islink(path):
                    with open(path, "rb") as file:
                        found[path] += hashlib.sha256(
                            file.read()).hexdigest()
    return found


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What is new, gone or changed, in words."""
    return ([f"{path} is new" for path in after.keys() - before.keys()]
            + [f"{path} is gone" for path in before.keys() - after.keys()]
            + [f"{path} was changed" for path in before.keys() & after.keys()
               if before[path] != after[path]])
