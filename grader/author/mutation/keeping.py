"""What became of mutants, kept in the user's cache folder.

It holds as long as nothing that judges has changed: the check file with its
data, the sources of the grader, Python, the libraries and the machine. Then
each mutant is known by its text. A list of equivalent mutants judges nothing,
so writing one costs no new run.
"""

from __future__ import annotations

import os

import msgspec

from grader import fingerprints
from grader.bootstrap.place import user_cache
from grader.cache import Store
from grader.checkfile import CheckFile
from grader.equivalents import NAME
from grader.figures.sources import given_files
from grader.model import TaskFile
from grader.unchanged import is_switched_off

FOLDER = "mutants"
Verdicts = dict[str, tuple[int, ...]]


class Shelf:
    """Verdicts of earlier runs: text of a mutant -> seeds that miss it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stamp = fingerprints.stamp(fingerprints.PACKAGE)
        self._around = (1, fingerprints.sources(), fingerprints.machine())

    def key(self, file: CheckFile, task: TaskFile) -> str:
        """The digest of all that the verdicts of a task depend on."""
        with open(file.path, "rb") as text:
            check = _without_equivalents(text.read())
        return fingerprints.digest_of((
            self._around, file.id, check, sorted(given_files(file).items()),
            sorted(task.siblings.items()), repr(file.limits)))

    def recall(self, key: str) -> Verdicts:
        """The verdicts that still hold, by digest of the mutant."""
        data = self._store.read(key)
        if data is None:
            return {}
        try:
            return msgspec.msgpack.decode(data, type=Verdicts)
        except (msgspec.DecodeError, ValueError):
            return {}           # whatever it is, it is none of ours

    def keep(self, key: str, verdicts: Verdicts) -> None:
        """Remember them, if no source has changed since the start."""
        if self._stamp == fingerprints.stamp(fingerprints.PACKAGE):
            self._store.write(key, msgspec.msgpack.encode(verdicts))

    def close(self) -> None:
        """Make room, and let go of the folder."""
        self._store.prune()
        self._store.close()


def _without_equivalents(text: bytes) -> bytes:
    """The check file as far as it judges."""
    start, found, rest = text.partition(f"\n{NAME} = {{\n".encode())
    behind = rest.partition(b"\n}\n")[2] if found else b""
    return start.strip() + b"\n" + behind.strip()


def digest_of(text: str) -> str:
    """The name of a mutant in the cache."""
    return fingerprints.digest_of(text)[:32]


def open_shelf() -> Shelf | None:
    """The shelf of this user; None where every verdict must be a new one."""
    if is_switched_off():
        return None
    store = Store(os.path.join(user_cache(), FOLDER))
    return Shelf(store) if store.usable else None
