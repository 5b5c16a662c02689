"""What a result depends on beside the student's files, as digests.

Our own sources, the check files and the data beside them, Python, the
libraries, the machine and what protects it. Reads texts and names only and
imports no library: this runs before it is known whether any will be needed.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys

from grader.checkpaths import find_ids

PACKAGE = os.path.dirname(os.path.abspath(__file__))
INSTALLED = (".dist-info", ".egg-info")
# What may lead the student's interpreter to other libraries.
VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LD_PRELOAD",
             "OPENBLAS_CORETYPE", "NPY_DISABLE_CPU_FEATURES")


def digest_of(parts: object) -> str:
    """A digest of plain values; `repr` tells all of them apart."""
    return hashlib.sha256(repr(parts).encode(
        "utf-8", "surrogatepass")).hexdigest()


def sources(package: str = PACKAGE) -> str:
    """A digest of the grader's own modules; check files are not among them.

    The version number alone says too little: who works on the grader changes
    it long before the number changes.
    """
    digest = hashlib.sha256()
    checks = os.path.join(package, "checks")
    for folder, names, files in os.walk(package):
        names[:] = sorted(name for name in names if name != "__pycache__"
                          and os.path.join(folder, name) != checks)
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                digest.update(os.path.relpath(path, package).encode()
                              + b"\0" + _file(path))
    return digest.hexdigest()


def checks(root: str) -> dict[str, str]:
    """Task id -> digest of its check file and of the data beside it.

    All that bears the name of a task is its own; other files of a topic, and
    those at the root, belong to every task there.
    """
    found = {}
    common = _of_folder(root)
    for topic in {task.partition("/")[0] for task in find_ids(root)}:
        files = _of_folder(os.path.join(root, topic))
        names = {task.partition("/")[2] for task in find_ids(root)
                 if task.startswith(f"{topic}/")}
        beside = {name: data for name, data in files.items()
                  if name.partition(".")[0] not in names}
        for task in names:
            own = {name: data for name, data in files.items()
                   if name.partition(".")[0] == task}
            found[f"{topic}/{task}"] = digest_of((own, beside, common))
    return found


def _of_folder(folder: str) -> dict[str, bytes]:
    return {entry.name: _file(entry.path)
            for entry in sorted(os.scandir(folder), key=_name)
            if entry.is_file()}


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _file(path: str) -> bytes:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).digest()


def machine() -> str:
    """A digest of Python, libraries, system, and rights of the user."""
    system = tuple(os.uname()) if hasattr(os, "uname") else (
        os.environ.get("COMPUTERNAME", ""), sys.getwindowsversion()
        if hasattr(sys, "getwindowsversion") else "")
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    return digest_of((
        sys.version, sys.implementation.cache_tag, sys.prefix, sys.platform,
        system, user, walls(), libraries(),
        [os.environ.get(name) for name in VARIABLES]))


def libraries() -> list[tuple[str, int]]:
    """Every installed library with its version, and when it came.

    The names of the folders that pip leaves tell it; asking the libraries
    would mean to load them.
    """
    found = set()
    for folder in sys.path:
        try:
            with os.scandir(folder or os.curdir) as entries:
                found |= {(entry.name, entry.stat().st_mtime_ns)
                          for entry in entries
                          if entry.name.endswith(INSTALLED)}
        except OSError:         # archives, and paths that lead nowhere
            continue
    return sorted(found)


def walls() -> tuple[str, ...]:
    """What protects student code here, as far as it is seen from outside.

    What truly protected a run stands in its report, and is compared too.
    """
    if sys.platform != "linux":
        return ()
    from grader.sandbox.landlock import abi_version
    lines = [str(abi_version())]
    try:
        with open("/proc/self/status", encoding="ascii",
                  errors="replace") as status:
            lines += sorted(line.strip() for line in status
                            if line.startswith(("Seccomp:", "NoNewPrivs:",
                                                "CapEff:")))
    except OSError:
        pass
    return tuple(lines)


def stamp(folder: str) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of the modules below a folder."""
    found = []
    for place, names, files in os.walk(folder):
        names[:] = [name for name in names if name != "__pycache__"]
        for name in files:
            path = os.path.join(place, name)
            try:
                about = os.stat(path)
            except OSError:
                continue
            if stat.S_ISREG(about.st_mode):
                found.append((path, about.st_mtime_ns, about.st_size))
    return tuple(sorted(found))
