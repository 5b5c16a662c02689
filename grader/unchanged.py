"""Guesses from times and sizes which files changed since the last run.

The zygotes must start before anything else, or not at all: a run that finds
everything in the cache needs none. So the last run leaves a list of what it
saw, and this looks whether it is still so. A wrong guess costs time and
nothing else; what truly changed is decided by digests, in `remembering`.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator

from grader.bootstrap.place import user_cache

FOLDER = "seen"
OFF_SWITCH = "GRADER_NO_CACHE"
SERVER = "CI"
NO = ("", "0", "false", "no")
DRIVER = "-main.py"
MOST_BYTES = 1 << 20
MOST_FOLDERS = 60
MOST_FILES = 4000
ALWAYS = [0, 0, 0]          # no file is like this: it has to run again
Seen = dict[str, list[int]]


def is_switched_off() -> bool:
    """Whether the user or a server wants every score from a run."""
    return any(os.environ.get(name, "").lower() not in NO
               for name in (OFF_SWITCH, SERVER))


def changed_names(path: str) -> set[str] | None:
    """Names of files that are new or others; None when nothing is known."""
    before = _read(path)
    if before is None:
        return None
    now = look(path)
    return {os.path.basename(name) for name, about in now.items()
            if before.get(name) != about} | {
        os.path.basename(name) for name in before if name not in now}


def look(path: str) -> Seen:
    """Place below the path -> time, size and mode of every file there."""
    found: Seen = {}
    for name, place in _files(path):
        if name.endswith(DRIVER):       # for the student to try, never graded
            continue
        try:
            about = os.stat(place)
        except OSError:
            continue
        found[name] = [about.st_mtime_ns, about.st_size, about.st_mode]
        if len(found) >= MOST_FILES:
            break
    return found


def note(path: str, seen: Seen, again: Iterable[str]) -> None:
    """Leave what was seen for the next run.

    again: names of files that must run again even if nothing changes
    """
    names = set(again)
    for name in seen:
        if os.path.basename(name) in names:
            seen[name] = ALWAYS
    place = _place(path)
    import json
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(f"{place}.{os.getpid()}", "w", encoding="utf-8",
                  errors="surrogatepass") as file:
            json.dump(seen, file)
        os.replace(file.name, place)
    except (OSError, ValueError):       # next time more is started than needed
        pass


def _files(path: str) -> Iterator[tuple[str, str]]:
    """Task files as they may lie: in the folder, in the folders of it."""
    if not os.path.isdir(path):
        yield os.path.basename(path), path
        return
    try:
        entries = sorted(os.listdir(path))[:MOST_FILES]
    except OSError:
        return
    folders = 0
    for name in entries:
        place = os.path.join(path, name)
        if name.endswith(".py") or name[:1].isdigit() and "." not in name \
                and os.path.isfile(place):
            yield name, place
        elif "." not in name and folders < MOST_FOLDERS:
            folders += 1
            try:
                inner = os.listdir(place)
            except OSError:
                continue
            yield from ((f"{name}/{one}", os.path.join(place, one))
                        for one in sorted(inner)
                        if one.endswith(".py") or "." not in one)


def _place(path: str) -> str:
    """One small file for each folder that was graded."""
    real = os.path.realpath(path).encode("utf-8", "surrogateescape")
    return os.path.join(user_cache(), FOLDER, f"{zlib.crc32(real):08x}")


def _read(path: str) -> Seen | None:
    try:
        with open(_place(path), encoding="utf-8",
                  errors="surrogatepass") as file:
            import json         # not before there is something to read
            found = json.loads(file.read(MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
