"""Where the environment of a checkout stands, and whether it is finished.

It stands in `.venv`; or in the user's cache folder, when the checkout cannot
be written or its `.venv` was made by somebody else, whose work we never
change. A stamp in it says for which lock, Python and extras it was finished.
Only looks, never writes. Runs at every start, so it imports next to nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

STAMP = "grader.stamp"
# Held while an environment is made. It also marks the environment as ours.
LOCK = "grader.lock"
# These lead a fresh interpreter to wrong libraries, to a wrong standard
# library, or (OPTIMIZE) away from the docstrings, which are our hints.
HARMFUL = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONOPTIMIZE",
    "PYTHONEXECUTABLE",
    "PYTHONPLATLIBDIR",
    "__PYVENV_LAUNCHER__",
)


class SetupError(Exception):
    """No environment can be had; the text is for the user, with a way out."""


class Stamp:
    """What an environment was finished for, and when it last changed."""

    def __init__(
        self, wanted: str, extras: str, site: str, changed: str
    ) -> None:
        """Keep the four lines of the file."""
        self.wanted = wanted
        self.extras = extras
        self.site = site
        self.changed = changed

    def text(self) -> str:
        """Return the content of the file."""
        lines = (self.wanted, self.extras, self.site, self.changed)
        return "\n".join(lines) + "\n"


def fingerprint(root: str) -> str:
    """Return the words that tell one set of libraries from another."""
    # Takes as long as all our other imports; the second start needs it not.
    import hashlib

    try:
        with open(os.path.join(root, "uv.lock"), "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
    except OSError as error:
        raise SetupError(
            f"The list of libraries {root}/uv.lock cannot be read "
            f"({error.strerror}): get a complete copy of the checkout."
        ) from error
    if hasattr(os, "uname"):
        machine = os.uname().machine
    else:
        machine = os.environ.get("PROCESSOR_ARCHITECTURE", "")
    tag = sys.implementation.cache_tag
    return f"{tag} {sys.platform} {machine} {digest}"


def home(root: str, wanted: str) -> str:
    """Return where the environment of this checkout is to be made."""
    local = os.path.join(root, ".venv")
    # Python makes no environment below a folder with a colon in its name.
    usable = os.access(root, os.W_OK) and os.pathsep not in root
    return local if usable and not is_foreign(local) else cached(wanted)


def cached(wanted: str) -> str:
    """Return the place in the user's cache folder for these libraries."""
    tag, system, machine, digest = wanted.split(" ")
    name = f"{tag}-{system}-{machine}-{digest[:16]}"
    return os.path.join(user_cache(), name)


def user_cache() -> str:
    """Return our own folder among the user's caches."""
    user = os.path.expanduser("~")
    if os.environ.get("XDG_CACHE_HOME"):
        cache = os.path.abspath(os.environ["XDG_CACHE_HOME"])
    elif os.name == "nt":
        cache = os.environ.get("LOCALAPPDATA", user)
    elif sys.platform == "darwin":
        cache = os.path.join(user, "Library", "Caches")
    else:
        cache = os.path.join(user, ".cache")
    return os.path.join(cache, "mml-grader")


def is_foreign(environment: str) -> bool:
    """Tell an environment that the user or another tool made."""
    if not os.path.isdir(environment):
        return os.path.lexists(environment)
    lock, config = (
        os.path.exists(os.path.join(environment, name))
        for name in (LOCK, "pyvenv.cfg")
    )
    return config and not lock


def is_ready(
    environment: str, wanted: str, extras: Iterable[str] = ()
) -> bool:
    """Read the stamp: finished for this lock, and unchanged since?"""
    stamp = read_stamp(environment)
    if stamp is None or stamp.wanted != wanted:
        return False
    try:
        # Another tool that adds or removes a library changes this time.
        site = os.stat(os.path.join(environment, stamp.site))
    except OSError:
        return False
    return (
        stamp.changed == str(site.st_mtime_ns)
        and set(extras) <= set(stamp.extras.split())
        and os.access(python_of(environment), os.X_OK)
    )


def read_stamp(environment: str) -> Stamp | None:
    """Return the stamp, or None if the environment was never finished."""
    try:
        path = os.path.join(environment, STAMP)
        with open(path, encoding="utf-8") as file:
            return Stamp(*file.read().splitlines())
    except (OSError, TypeError, ValueError):
        return None


def python_of(environment: str) -> str:
    """Return the path of the interpreter of an environment."""
    if os.name == "nt":
        return os.path.join(environment, "Scripts", "python.exe")
    return os.path.join(environment, "bin", "python")


def clean_variables() -> dict[str, str]:
    """Return the user's variables without those that lead Python astray."""
    return {
        name: value for name, value in os.environ.items()
        if name not in HARMFUL
    }
