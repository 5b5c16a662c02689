"""Which folders student code may read: libraries, and nothing of ours.

Comes in: the paths that must stay hidden. Goes out: paths for `landlock`,
real (without symbolic links). It never grants a hidden path or anything below
it, nor the checks of a grader, nor packages of an interpreter that ours does
not use. It lists folders and never looks into a file, but for the first bytes
of compiled modules.

Landlock can only add, never subtract. A folder with something hidden below is
therefore not granted itself: its other children are, one by one. The names in
such a folder cannot be listed then, which is why `warm_finders` lets Python
read them before.

One folder is granted although a folder above it is hidden: the libraries of
the interpreter that is running, because `.venv` lies in the checkout.
"""

from __future__ import annotations

import glob
import importlib.machinery
import importlib.util
import os
import struct
import sys
from collections.abc import Callable, Iterable, Iterator

PACKAGE_FOLDERS = ("site-packages", "dist-packages")
LIBRARY_FOLDERS = ("/lib", "/lib64", "/usr/lib", "/usr/lib64",
                   "/usr/local/lib", "/usr/local/lib64")
SINGLE_PATHS = ("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo",
                "/usr/lib/locale", "/dev/urandom", "/dev/random", "/dev/zero")
# Tell where packages come from, for instance from the hidden checkout.
INSTALLER_TRACES = (".dist-info", ".egg-info", ".egg-link", ".pth")


def readable_paths(hidden: list[str]) -> list[str]:
    """Real paths that may be read; nothing hidden lies below any of them."""
    python, system = python_folders(), library_folders()
    carved = {os.path.realpath(path) for path in hidden}
    carved |= foreign_packages(python, system)
    for folder in python:
        carved |= checks_below(folder)
    granted: list[str] = []
    for folder in python:
        granted += _around(folder, carved, _is_module)
    for folder in system:
        if not _is_hidden(folder, carved):
            granted += _around(folder, carved, _is_shared_library)
    for path in map(os.path.realpath, SINGLE_PATHS):
        if os.path.exists(path) and not _is_hidden(path, carved):
            granted += _around(path, carved, _is_shared_library)
    return _without_nested(granted)


def python_folders() -> list[str]:
    """Standard library and packages of the running interpreter.

    Other entries of sys.path are left out: a checkout, a working folder.
    """
    version = f"{sys.version_info.major}{sys.version_info.minor}"
    names = (*PACKAGE_FOLDERS, "lib-dynload", f"python{version}.zip")
    return _existing([os.path.dirname(os.__file__), *(
        entry for entry in sys.path if os.path.basename(entry) in names)])


def library_folders() -> list[str]:
    """Folders of shared libraries: the interpreter's own and the system's."""
    own = os.path.join(sys.base_prefix, sys.platlibdir)
    return _existing([own, os.path.join(sys.base_prefix, "lib"),
                      *LIBRARY_FOLDERS])


def foreign_packages(python: list[str], system: list[str]) -> set[str]:
    """Package folders near ours that are not on sys.path.

    A virtual environment does not use the packages of its base interpreter;
    a grader with all its checks may be installed there.
    """
    found: set[str] = set()
    for folder in [*python, *system]:
        for name in PACKAGE_FOLDERS:
            found.update(glob.glob(os.path.join(glob.escape(folder), name)))
            found.update(glob.glob(os.path.join(
                glob.escape(folder), "python3*", name)))
    return {os.path.realpath(path) for path in found} - set(python)


def checks_below(folder: str) -> set[str]:
    """An installed grader: a package of this name with a folder of checks."""
    package = os.path.join(folder, "grader")
    if os.path.isdir(os.path.join(package, "checks")):
        return {os.path.realpath(package)}
    return set()


def warm_finders() -> None:
    """Let Python list each folder of sys.path while it still can."""
    importlib.machinery.PathFinder.find_spec("a_name_nobody_has")


def _around(path: str, carved: set[str],
            is_needed: Callable[[os.DirEntry[str]], bool]) -> Iterator[str]:
    """The path, or its needed children without what is carved out."""
    if path in carved:
        return
    if not any(_is_below(hole, path) for hole in carved):
        yield path
        return
    for entry in _children(path):
        # The target of a link is granted where it really lies, or not.
        if is_needed(entry) and not entry.is_symlink():
            yield from _around(entry.path, carved, is_needed)


def _children(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:             # cannot be read by us: nothing to grant
        return []


def _is_module(entry: os.DirEntry[str]) -> bool:
    """What an import may need; each rule costs every child 2 microseconds."""
    if (entry.name.endswith(INSTALLER_TRACES)
            or entry.name.startswith("__editable__")):
        return False
    return not (entry.name.endswith(".py") and _is_compiled(entry))


def _is_compiled(entry: os.DirEntry[str]) -> bool:
    """Does an import take the module from `__pycache__`, without its text?"""
    try:
        facts = entry.stat()
        with open(importlib.util.cache_from_source(entry.path), "rb") as file:
            head = file.read(16)
    except OSError:
        return False
    stamp = struct.pack("<III", 0, int(facts.st_mtime) & 0xFFFFFFFF,
                        facts.st_size & 0xFFFFFFFF)
    return head == importlib.util.MAGIC_NUMBER + stamp


def _is_shared_library(entry: os.DirEntry[str]) -> bool:
    """A library, or the folder of this kind of machine on Debian."""
    if entry.is_dir():
        return entry.name == getattr(sys.implementation, "_multiarch", "")
    return ".so" in entry.name


def _existing(paths: Iterable[str]) -> list[str]:
    real = dict.fromkeys(os.path.realpath(path) for path in paths if path)
    return [path for path in real if os.path.exists(path)]


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def _is_hidden(path: str, carved: set[str]) -> bool:
    return any(path == hole or _is_below(path, hole) for hole in carved)


def _without_nested(paths: list[str]) -> list[str]:
    """Drop what lies below another granted path."""
    kept: list[str] = []
    # With a slash at its end a folder stands right before what lies below.
    for path in sorted(set(paths), key=lambda path: path + os.sep):
        if not kept or not _is_below(path, kept[-1]):
            kept.append(path)
    return kept
