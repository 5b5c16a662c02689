"""How saves are heard: told by the kernel, or by looking again and again.

Network drives and shared folders often tell nothing. Those that are known are
looked at from the start. For the others a slow look goes along, and when it
sees what nobody told, looking takes over. `how` says which it is, in words.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

from grader.watch.inotify import Inotify
from grader.watch.polling import Sweep

POLL_SECONDS = 0.1
SWEEP_SECONDS = 1.0
SLOW_FACTOR = 10            # looking takes at most a tenth of the time
MOUNTS = "/proc/self/mountinfo"
REMOTE = ("nfs", "cifs", "smb", "9p", "vboxsf", "drvfs", "afs", "ceph",
          "gluster", "prl_fs", "virtiofs", "fuse", "lustre", "davfs",
          "hgfs", "vmhgfs", "acfs", "ncpfs")
LOCAL = ("fuseblk",)        # a disk of another system, but a disk


class Listener:
    """Hears changes in folders; `heard` is asked from time to time.

    how: in words, for the screen
    """

    def __init__(self, path: str, mounts: str = MOUNTS) -> None:
        """Choose the way for the file system that holds the path."""
        self._sweep = Sweep()
        self._folders: list[str] = []
        self._next = 0.0
        self._heard_at = 0.0
        self._kernel: Inotify | None = None
        kind = remote_kind(path, mounts)
        if kind:
            self.how = f"looking every {POLL_SECONDS} s: {kind} drive"
            return
        try:
            self._kernel = Inotify()
            self.how = "watching"
        except OSError:
            self.how = f"looking every {POLL_SECONDS} s"

    def listen_to(self, folders: Iterable[str]) -> None:
        """From now on these folders."""
        self._folders = list(folders)
        self._renew()
        self._sweep.look_in(self._folders)

    def _renew(self) -> bool:
        """Ask the kernel anew; True if it did not listen to one of them."""
        if self._kernel is None:
            return False
        try:
            return self._kernel.listen_to(self._folders)
        except OSError:
            self._look_instead("the system has no room for more watches")
            return False

    def fileno(self) -> int | None:
        """What can be waited for; None when only looking helps."""
        return None if self._kernel is None else self._kernel.fileno()

    def heard(self) -> bool:
        """Whether something changed since the last time."""
        now = time.monotonic()
        if self._kernel is not None and self._kernel.drain():
            self._heard_at = now
            return True
        if now < self._next:
            return False
        before = self._next
        changed = self._sweep.has_changed()
        self._next = time.monotonic() + max(
            POLL_SECONDS if self._kernel is None else SWEEP_SECONDS,
            self._sweep.seconds * SLOW_FACTOR)
        if self._kernel is None:
            return changed
        # A folder that went away and came back is another one to the kernel.
        renewed = self._renew()
        if not changed or self._kernel is None or renewed:
            return changed
        # The kernel may have spoken while we looked, or since the last look.
        if self._kernel.drain() or self._heard_at > before - SWEEP_SECONDS:
            return True
        self._look_instead("saves were not told, as on network drives")
        return True

    def seconds_to_wait(self) -> float:
        """Until `heard` should be asked again."""
        return max(0.0, self._next - time.monotonic())

    def _look_instead(self, why: str) -> None:
        self.close()
        self.how = f"looking every {POLL_SECONDS} s: {why}"

    def close(self) -> None:
        """Let go of what the kernel gave."""
        if self._kernel is not None:
            self._kernel.close()
        self._kernel = None


def remote_kind(path: str, mounts: str = MOUNTS) -> str:
    """The kind of network drive that holds a path, "" if it is a disk."""
    real = os.path.realpath(path)
    best, kind = "", ""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                left, _, right = line.partition(" - ")
                words, about = left.split(), right.split()
                if len(words) < 5 or not about:
                    continue
                place = _unescaped(words[4])
                if _holds(place, real) and len(place) >= len(best):
                    best, kind = place, about[0]
    except OSError:
        return ""
    is_remote = kind.startswith(REMOTE) and kind not in LOCAL
    return kind if is_remote else ""


def _unescaped(place: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"),
                         ("\\134", "\\")):
        place = place.replace(code, letter)
    return place


def _holds(place: str, path: str) -> bool:
    return place == path or path.startswith(place.rstrip("/") + "/")


def folders_of(path: str, parts: Iterable[str] = ()) -> list[str]:
    """Folders to listen to: the path, what it holds, and where tasks lie.

    parts: places of tasks below the path
    """
    if not os.path.isdir(path):
        return [os.path.dirname(os.path.abspath(path))]
    found = {path}
    try:
        with os.scandir(path) as entries:
            found |= {entry.path for entry in entries
                      if entry.is_dir(follow_symlinks=False)
                      and _is_walked(entry.name)}
    except OSError:
        pass
    for part in parts:
        folder = os.path.dirname(part)
        while folder:
            place = os.path.join(path, folder)
            if os.path.isdir(place):
                found.add(place)
            folder = os.path.dirname(folder)
    return sorted(found)[:200]


def _is_walked(name: str) -> bool:
    return not name.startswith((".", "__")) and name not in (
        "grader", "tests", "docs", "benchmarks", "schemas", "node_modules",
        "venv", "env")
