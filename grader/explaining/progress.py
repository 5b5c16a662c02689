"""How many hints of a task a student has seen; kept between two calls.

A small JSON file in the user's cache folder. Whatever stands in it, and
whether it can be written or not, explaining goes on: at worst it begins again
with the first hint. Written whole or not at all.
"""

from __future__ import annotations

import os

import msgspec

from grader.bootstrap.place import user_cache
from grader.reading import Unreadable, open_folder, read_file
from grader.report.json import write_whole

NAME = "hints.json"
MOST_BYTES = 200_000
MOST_TASKS = 300
MOST_SEEN = 100


class Seen(msgspec.Struct, frozen=True):
    """What was shown for one task of one submission.

    about: digest of the file and of the finding that the hints are about
    """

    about: str
    count: int


class Progress:
    """The hints seen so far, by task and submission."""

    def __init__(self, folder: str = "") -> None:
        """Read the file; what is wrong with it is forgotten."""
        self._folder = folder or user_cache()
        self._seen = _read(self._folder)

    def count(self, key: str, about: str) -> int:
        """How many hints were seen; 0 when file or finding is another."""
        seen = self._seen.get(key)
        if seen is None or seen.about != about:
            return 0
        return max(0, min(seen.count, MOST_SEEN))

    def keep(self, key: str, about: str, count: int) -> bool:
        """Remember; False when the file cannot be written."""
        self._seen.pop(key, None)
        self._seen[key] = Seen(about, count)
        # The oldest come first in a dictionary.
        newest = list(self._seen.items())[-MOST_TASKS:]
        data = msgspec.json.format(msgspec.json.encode(dict(newest)))
        try:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            path = os.path.join(self._folder, NAME)
            if os.path.isdir(path):
                return False
            write_whole(path, data + b"\n")
        except OSError:
            return False
        return True


def _read(folder: str) -> dict[str, Seen]:
    try:
        with open_folder(folder) as opened:
            data = read_file(opened, NAME, MOST_BYTES).data
        return msgspec.json.decode(data, type=dict[str, Seen])
    except (OSError, ValueError, RecursionError, Unreadable):
        return {}
