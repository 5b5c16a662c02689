"""Small files by key in the user's cache folder, for the user alone.

What was written comes back whole or not at all. The folder and each file must
be ours and closed to others; a file that is damaged, cut, foreign or a link
counts as not there. Nothing here raises: without a cache all goes on, slower.

Scores come from runs: instructors' batches, servers (`CI`) and runs with
`--require-isolation` never look in here; see `remembering`.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time

MOST_BYTES = 32 << 20       # of all files together
MOST_FILES = 6000
MOST_OF_ONE = 4 << 20
KEEP_SHARE = 0.75           # what is left after a clearing
FRESH_SECONDS = 24 * 3600   # how exact the time of the last use is
TEMPORARY_SECONDS = 3600
MAGIC = b"mml-grader 1\n"


class Store:
    """One folder of files; `usable` tells whether it can be trusted.

    why: what is wrong with it when it cannot
    """

    def __init__(self, folder: str) -> None:
        """Open the folder, and make it if it is not there."""
        self.folder = folder
        self.why = ""
        self.writes = 0
        self._at: int | None = None
        if not os.path.isabs(folder):
            self.why = "there is no home folder"
            return
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            self._open()
        except OSError as error:
            self.why = error.strerror or type(error).__name__

    def _open(self) -> None:
        """Hold on to the folder: what its path means may change."""
        if not hasattr(os, "geteuid") or os.open not in os.supports_dir_fd:
            return              # Windows: the user's own folders are closed
        at = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY
                     | os.O_NOFOLLOW | os.O_CLOEXEC)
        self.why = _trouble(os.fstat(at), stat.S_ISDIR)
        if self.why:
            os.close(at)
        else:
            self._at = at

    @property
    def usable(self) -> bool:
        """Whether anything can be read or written."""
        return not self.why

    def close(self) -> None:
        """Let go of the folder."""
        if self._at is not None:
            os.close(self._at)
        self._at, self.why = None, "it was closed"

    def read(self, key: str) -> bytes | None:
        """What was written under this key, None if it is not there."""
        if not self.usable:
            return None
        try:
            data = self._read(key)
        except OSError:
            return None
        head, body = data[:len(MAGIC) + 32], data[len(MAGIC) + 32:]
        return body if head == MAGIC + _digest(key, body) else None

    def _read(self, key: str) -> bytes:
        flags = (os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
                 | getattr(os, "O_NONBLOCK", 0)
                 | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        with open(os.open(self._place(key), flags, dir_fd=self._at),
                  "rb") as file:
            found = os.fstat(file.fileno())
            if _trouble(found, stat.S_ISREG) or found.st_size > MOST_OF_ONE:
                return b""
            if time.time() - found.st_mtime > FRESH_SECONDS \
                    and os.utime in os.supports_fd:
                os.utime(file.fileno())     # what is used is kept longer
            return file.read(MOST_OF_ONE + 1)

    def write(self, key: str, body: bytes) -> None:
        """Keep the bytes; they replace others in one step."""
        if not self.usable or len(body) + 64 > MOST_OF_ONE:
            return
        name = f".{key[:32]}.{os.getpid()}"
        flags = (os.O_WRONLY | os.O_CREAT | os.O_EXCL
                 | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        try:
            with open(os.open(self._place(name), flags, 0o600,
                              dir_fd=self._at), "wb") as file:
                file.write(MAGIC + _digest(key, body) + body)
            os.replace(self._place(name), self._place(key),
                       src_dir_fd=self._at, dst_dir_fd=self._at)
            self.writes += 1
        except OSError:         # full, read-only, gone: then without
            self._remove(name)

    def prune(self) -> None:
        """Remove what was not used for longest, when there is too much."""
        if not self.usable or not self.writes:
            return
        try:
            found = self._list()
        except OSError:
            return
        size = sum(bytes_ for _, bytes_, _ in found)
        if size <= MOST_BYTES and len(found) <= MOST_FILES:
            return
        count = len(found)
        for _, bytes_, name in sorted(found):
            if size <= MOST_BYTES * KEEP_SHARE \
                    and count <= MOST_FILES * KEEP_SHARE:
                return
            self._remove(name)
            size, count = size - bytes_, count - 1

    def _list(self) -> list[tuple[float, int, str]]:
        """(last use, size, name) of each file; old remains are removed."""
        found = []
        with os.scandir(self.folder if self._at is None
                        else self._at) as entries:
            for entry in entries:
                about = entry.stat(follow_symlinks=False)
                old = time.time() - about.st_mtime > TEMPORARY_SECONDS
                if entry.name.startswith(".") and old:
                    self._remove(entry.name)
                elif stat.S_ISREG(about.st_mode):
                    found.append((about.st_mtime, about.st_size, entry.name))
        return found

    def _remove(self, name: str) -> None:
        try:
            os.unlink(self._place(name), dir_fd=self._at)
        except OSError:
            pass

    def _place(self, name: str) -> str:
        return name if self._at is not None else os.path.join(
            self.folder, name)


def _trouble(found: os.stat_result, is_kind: object) -> str:
    """Why something is not safely ours; "" when it is."""
    if not callable(is_kind) or not is_kind(found.st_mode):
        return "it is something else"
    if hasattr(os, "geteuid"):
        if found.st_uid != os.geteuid():
            return "it belongs to somebody else"
        if found.st_mode & 0o022:
            return "others may write there"
    return ""


def _digest(key: str, body: bytes) -> bytes:
    """Binds bytes to their key: no file can stand in for another."""
    return hashlib.sha256(key.encode() + b"\0" + body).digest()
