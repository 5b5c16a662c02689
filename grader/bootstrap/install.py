"""Make the environment: a lock, a virtual environment, the libraries.

    prepare -- lock held: of two runs at once one builds, the other waits
      |-- venv and pip       in place; an unfinished one is made anew
      |-- pip install        exactly the files of `uv.lock`, by digest
      `-- stamp              written last: without it, not finished

Standard library only. Tells its steps on the error stream.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import sysconfig
from dataclasses import dataclass

from grader.bootstrap import download, locked
from grader.bootstrap.place import (
    LOCK,
    STAMP,
    SetupError,
    Stamp,
    cached,
    home,
    is_foreign,
    is_ready,
    python_of,
    read_stamp,
)
from grader.bootstrap.progress import Steps, say


@dataclass(frozen=True)
class Plan:
    """What has to stand in an environment when it is finished."""

    wanted: str
    extras: tuple[str, ...]
    pins: list[locked.Pin]


def prepare(root: str, wanted: str, extras: tuple[str, ...]) -> str:
    """Return the path of a ready environment; make it if there is none."""
    plan = Plan(wanted, extras, _read_pins(root, extras))
    local = os.path.join(root, ".venv")
    if is_foreign(local) and _is_complete(local, plan):
        # Made by uv or by hand, and it has all we need: use it as it is.
        with contextlib.suppress(OSError):
            _write_stamp(local, plan)
        return local
    environment = home(root, wanted)
    try:
        try:
            _build_alone(environment, plan)
        except OSError as error:
            if environment != local or not _is_forbidden(error):
                raise
            environment = cached(wanted)
            _build_alone(environment, plan)
    except OSError as error:
        raise SetupError(explain_system(error, environment)) from error
    return environment


def _read_pins(root: str, extras: tuple[str, ...]) -> list[locked.Pin]:
    try:
        return locked.read_pins(os.path.join(root, "uv.lock"), extras)
    except locked.LockError as error:
        raise SetupError(
            f"The list of libraries {root}/uv.lock is broken, {error}: "
            "get a fresh copy of that file."
        ) from error


def _is_complete(environment: str, plan: Plan) -> bool:
    python = python_of(environment)
    site = _site(environment)
    return os.access(python, os.X_OK) and not locked.missing(plan.pins, site)


def _is_forbidden(error: OSError) -> bool:
    return error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)


def explain_system(error: OSError, environment: str) -> str:
    """Turn a failure of the system into one sentence with the way out."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return download.DISK_FULL
    if _is_forbidden(error):
        return (
            f"The libraries need a place, but {environment} cannot be "
            "written: set XDG_CACHE_HOME to a folder of yours and type the "
            "same command again."
        )
    return (
        f"The libraries could not be set up in {environment} ({error}): "
        "mend that or remove this folder, and type the same command again."
    )


def _site(environment: str) -> str:
    places = {"base": environment, "platbase": environment}
    return sysconfig.get_path("purelib", "venv", places)


def _write_stamp(environment: str, plan: Plan) -> None:
    site = _site(environment)
    stamp = Stamp(
        plan.wanted,
        " ".join(plan.extras),
        os.path.relpath(site, environment),
        str(os.stat(site).st_mtime_ns),
    )
    path = os.path.join(environment, STAMP)
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(stamp.text())
    os.replace(path + ".new", path)


def _build_alone(environment: str, plan: Plan) -> None:
    os.makedirs(environment, exist_ok=True)
    with open(os.path.join(environment, LOCK), "ab") as lock:
        _hold(lock.fileno())
        # Perhaps another run finished it while we waited.
        if not is_ready(environment, plan.wanted, plan.extras):
            _build(environment, plan, lock.fileno())


def _hold(lock: int) -> None:
    """Hold the lock until its file is closed, be it by a sudden death."""
    waiting = "Another run is setting up the libraries; waiting for it."
    if sys.platform == "win32":
        import msvcrt

        # This call gives up after ten seconds.
        while True:
            with contextlib.suppress(OSError):
                msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
                return
            say(waiting)
    else:
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(waiting)
            fcntl.flock(lock, fcntl.LOCK_EX)


def _build(environment: str, plan: Plan, lock: int) -> None:
    is_new = not _was_finished(environment, plan.wanted)
    if is_new:
        _refuse_this_python(plan.pins)
        say(f"First run: the libraries go into {environment}")
    elif _is_complete(environment, plan):
        # Another tool changed something that we do not need.
        _write_stamp(environment, plan)
        return
    else:
        say(f"Adding libraries to {environment}")
    steps = Steps(3 if is_new else 2)
    workshop = download.Workshop(environment, lock, steps)
    try:
        if is_new:
            _make_empty(workshop)
        download.add_libraries(workshop, plan.pins)
        steps.end()
        _write_stamp(environment, plan)
    except KeyboardInterrupt:
        steps.give_up()
        say("Stopped: the next run begins the set-up anew.")
        raise
    except (SetupError, OSError):
        steps.give_up()
        if is_new:
            # Half an environment is of no use, and may fill the disk.
            _clear(environment)
        raise
    say(f"Ready after {steps.seconds():.1f} s; later runs start at once.")


def _was_finished(environment: str, wanted: str) -> bool:
    stamp = read_stamp(environment)
    return (
        stamp is not None
        and stamp.wanted == wanted
        and os.access(python_of(environment), os.X_OK)
        and os.path.isdir(os.path.join(_site(environment), "pip"))
    )


def _refuse_this_python(pins: list[locked.Pin]) -> None:
    """Say what is wrong with this Python before anything is removed."""
    major, minor = sys.version_info[:2]
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        raise SetupError(
            f"This Python has no module `{error.name}`, which makes "
            "environments: install it (Debian, Ubuntu: `sudo apt install "
            f"python{major}.{minor}-venv`) and type the same command again."
        ) from error
    found = locked.too_new(pins, minor)
    if found and sys.implementation.name == "cpython":
        pin, newest = found
        raise SetupError(
            f"{pin.name} {pin.version} is not made for Python "
            f"{major}.{minor} yet: start the same command with an older one, "
            f"for instance `python3.{newest} grader`."
        )


def _make_empty(workshop: download.Workshop) -> None:
    """Make an environment that holds nothing but pip."""
    import venv

    workshop.steps.begin("make an environment")
    _clear(workshop.environment)
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    builder.create(workshop.environment)
    download.add_pip(workshop)


def _clear(environment: str) -> None:
    """Remove all but the lock, which we hold, and what pip said last."""
    with contextlib.suppress(FileNotFoundError):
        # First of all: from now on the environment is not finished.
        os.remove(os.path.join(environment, STAMP))
    for entry in list(os.scandir(environment)):
        if entry.name in (LOCK, download.LOG):
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.remove(entry.path)
