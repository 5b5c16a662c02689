"""Changes in folders as the Linux kernel tells them, through ctypes.

One descriptor for all folders; it becomes readable when something happens.
Which file it was does not matter here: whoever hears it looks for himself.
Raises OSError where the system has no such thing or no room for it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterable

CREATE, DELETE, MODIFY, ATTRIBUTES = 0x100, 0x200, 0x2, 0x4
CLOSE_WRITE, MOVED_FROM, MOVED_TO = 0x8, 0x40, 0x80
DELETE_SELF, MOVE_SELF = 0x400, 0x800
ONLY_FOLDERS = 0x01000000
WANTED = (CREATE | DELETE | MODIFY | ATTRIBUTES | CLOSE_WRITE | MOVED_FROM
          | MOVED_TO | DELETE_SELF | MOVE_SELF | ONLY_FOLDERS)
MOST_AT_ONCE = 1 << 16


class Inotify:
    """Listens to a changing set of folders."""

    def __init__(self) -> None:
        """Open the descriptor; raises OSError."""
        if not sys.platform.startswith("linux"):
            raise OSError(errno.ENOSYS, "only Linux has inotify")
        self._library = ctypes.CDLL(None, use_errno=True)
        self._folders: dict[str, int] = {}
        self._fd = self._call("inotify_init1", os.O_NONBLOCK | os.O_CLOEXEC)

    def _call(self, name: str, *words: object) -> int:
        answer: int = getattr(self._library, name)(*words)
        if answer < 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
        return answer

    def fileno(self) -> int:
        """What can be waited for."""
        return self._fd

    def listen_to(self, folders: Iterable[str]) -> bool:
        """Listen to these folders and to no others; raises OSError.

        Gives True when one was not listened to before.

        A folder that is not there is left out. A folder that was replaced by
        another of the same name is a new one: each is asked for again.
        """
        wanted = set(folders)
        for folder in set(self._folders) - wanted:
            self._forget(folder)
        before = dict(self._folders)
        for folder in wanted:
            try:
                number = self._call("inotify_add_watch", self._fd,
                                    os.fsencode(folder), WANTED)
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EMFILE):
                    raise           # the system's limit: others must look
                self._folders.pop(folder, None)
            else:
                self._folders[folder] = number
        return self._folders != before

    def _forget(self, folder: str) -> None:
        number = self._folders.pop(folder)
        if number not in self._folders.values():
            try:
                self._call("inotify_rm_watch", self._fd, number)
            except OSError:         # the folder is gone, and with it this
                pass

    def drain(self) -> bool:
        """Whether something happened since the last time."""
        happened = False
        while True:
            try:
                if not os.read(self._fd, MOST_AT_ONCE):
                    return happened
            except BlockingIOError:
                return happened
            happened = True

    def close(self) -> None:
        """Let go of the descriptor."""
        os.close(self._fd)
