"""Changes in folders, seen by looking: times and sizes of their files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

MOST_FILES = 4000
Sight = dict[str, tuple[int, int, int, int]]


def look_at(folders: Iterable[str]) -> Sight:
    """Path -> time, size, number and mode, for all in these folders."""
    seen: Sight = {}
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if len(seen) >= MOST_FILES:
                        return seen
                    seen[entry.path] = _about(entry)
        except OSError:
            seen[folder] = (0, 0, 0, 0)     # it is gone: that is a change too
    return seen


def _about(entry: os.DirEntry[str]) -> tuple[int, int, int, int]:
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError:
        return (0, 0, 0, 0)
    if entry.is_dir(follow_symlinks=False):
        return (0, 0, about.st_ino, about.st_mode)
    return (about.st_mtime_ns, about.st_size, about.st_ino, about.st_mode)


class Sweep:
    """Looks again and tells whether anything is different.

    seconds: how long the last look took; a slow drive is looked at less
    """

    def __init__(self) -> None:
        self._folders: tuple[str, ...] = ()
        self._seen: Sight = {}
        self.seconds = 0.0

    def look_in(self, folders: Iterable[str]) -> None:
        """From now on these folders; what is there now is no change."""
        wanted = tuple(sorted(folders))
        if wanted != self._folders:
            self._folders = wanted
            self.has_changed()

    def has_changed(self) -> bool:
        """Whether anything is other than at the last look."""
        start = time.monotonic()
        seen = look_at(self._folders)
        self.seconds = time.monotonic() - start
        changed, self._seen = seen != self._seen, seen
        return changed
