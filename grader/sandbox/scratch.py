"""The folder that a child may write to, with the files its task is given.

The parent makes it before the child exists. Nothing of the submission lies
in it: a file that a task gives always is the grader's own. Afterwards it is
removed, whatever student code made of it: folders deeper than any path may
be, or such that nobody may enter.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import stat
from collections.abc import Iterator

import msgspec

from grader.sandbox import wire

MOST_BYTES = 256 << 20
MOST_ENTRIES = 2000


def make_scratch(folder: str, job: wire.Job) -> wire.Job:
    """Make the folder, put the job's files into it; the job to send."""
    os.mkdir(folder, 0o700)
    for name, data in job.files.items():
        with open(os.path.join(folder, os.path.basename(name)), "wb") as file:
            file.write(data)
    return msgspec.structs.replace(job, scratch=folder, files={})


def is_intact(folder: str) -> bool:
    """Whether a child could still use it; student code may have harmed it."""
    try:
        mode = os.lstat(folder).st_mode
    except OSError:
        return False
    return stat.S_ISDIR(mode) and mode & 0o700 == 0o700


def is_overfull(folder: str) -> bool:
    """Whether student code keeps more in it than any task needs.

    The kernel limits the size of one file only. What cannot be looked into
    counts as too much.
    """
    room, entries, todo = MOST_BYTES, MOST_ENTRIES, [folder]
    try:
        while todo:
            with os.scandir(todo.pop()) as found:
                for entry in found:
                    entries -= 1
                    facts = entry.stat(follow_symlinks=False)
                    room -= getattr(facts, "st_blocks", 0) * 512
                    if entries < 0 or room < 0:
                        return True
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
    except FileNotFoundError:           # it is being changed: look again
        return False
    except OSError:
        return True
    return False


def remove_scratch(folder: str) -> None:
    """Remove the folder with all that is in it; nothing here raises OSError.

    Each folder found is moved up to the top before it is emptied, so no path
    grows long and nothing here calls itself.
    """
    with contextlib.suppress(OSError):
        os.rmdir(folder)        # nearly always it is empty
        return
    if os.name != "posix" or os.path.islink(folder):
        shutil.rmtree(folder, ignore_errors=True)
        return
    numbers = itertools.count()
    todo = [folder]
    while todo:
        place = todo.pop()
        with contextlib.suppress(OSError):
            os.chmod(place, 0o700)
        with contextlib.suppress(OSError):
            _empty(place, folder, todo, numbers)
    with contextlib.suppress(OSError):
        os.rmdir(folder)


def _empty(place: str, top: str, todo: list[str],
           numbers: Iterator[int]) -> None:
    """Remove the files of a folder; its folders move to the top."""
    with os.scandir(place) as entries:
        names = [(entry.name, entry.is_dir(follow_symlinks=False))
                 for entry in entries]
    for name, is_folder in names:
        path = os.path.join(place, name)
        with contextlib.suppress(OSError):
            if not is_folder:
                os.unlink(path)
            elif not _removed(path):
                todo.append(_moved(path, top, numbers))
    if place != top:
        os.rmdir(place)


def _removed(path: str) -> bool:
    with contextlib.suppress(OSError):
        os.rmdir(path)
        return True
    return False


def _moved(path: str, top: str, numbers: Iterator[int]) -> str:
    """The new path of a folder, right below the top."""
    os.chmod(path, 0o700)       # else its owner may not move it
    while os.path.lexists(aim := os.path.join(top, f"r{next(numbers)}")):
        pass
    os.rename(path, aim)
    return aim
