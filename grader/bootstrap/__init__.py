"""Bring `python3 grader` into an environment that has all the libraries.

    python3 grader         any Python >= 3.11, nothing installed
      |-- .venv ready? ---- no ---> install.prepare: make it, fill it
      `-- replace this process by .venv/bin/python grader, same arguments

Standard library only, and little of it (no `typing`, no `dataclasses`): this
runs at every start, and both together cost as much as all the rest.
`python -m grader`, `uv run grader` and an installed `grader` never come here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable

from grader.bootstrap.place import (
    SetupError,
    clean_variables,
    fingerprint,
    home,
    is_ready,
    python_of,
)

OFF_SWITCH = "GRADER_NO_BOOTSTRAP"
INSIDE = "GRADER_ENVIRONMENT"
Command = tuple[list[str], dict[str, str]]
# The interpreter and the variables -> what to start instead of the folder.
Way = Callable[[str, dict[str, str]], Command | None]


def start(
    folder: str, extras: Iterable[str] = (), way: Way | None = None
) -> None:
    """Return inside a ready environment; else restart in it, or exit 2.

    folder: the folder that was started, `grader` or `tests`
    extras: optional parts of the lock that are wanted too
    way: a shorter way into the environment, which must call `arrive`
    """
    try:
        if os.environ.get(OFF_SWITCH, "0") in ("", "0"):
            _enter(folder, tuple(extras), way)
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


def arrive(folder: str) -> None:
    """Return if this is where `start` wanted to get; else exit 2."""
    if os.environ.get(INSIDE):
        start(folder)


def missing_library(error: ModuleNotFoundError) -> int:
    """Say how to install what an import did not find; give the status."""
    name = (error.name or "").partition(".")[0]
    if name in ("", "grader", "tests"):
        raise error
    sys.stderr.write(
        f"This Python has no library `{name}`: type `python -m pip install .`"
        " in the checkout, or start `python3 grader`, which brings its own.\n"
    )
    return 2


def _enter(folder: str, extras: tuple[str, ...], way: Way | None) -> None:
    inside = os.environ.pop(INSIDE, "")
    if inside and _is_running(inside):
        return
    root = os.path.dirname(folder)
    wanted = fingerprint(root)
    environment = os.path.join(root, ".venv")
    if not is_ready(environment, wanted, extras):
        environment = home(root, wanted)
    if not is_ready(environment, wanted, extras):
        # Slow to import, and needed once.
        from grader.bootstrap.install import prepare

        environment = prepare(root, wanted, extras)
    if _is_running(environment):
        return
    if inside:
        raise SetupError(
            f"The Python in {environment} does not start as it should: "
            "remove that folder and type the same command again."
        )
    _restart(environment, folder, way)


def _is_running(environment: str) -> bool:
    return os.path.realpath(environment) == os.path.realpath(sys.prefix)


def _restart(environment: str, folder: str, way: Way | None) -> None:
    variables = {**clean_variables(), INSIDE: environment}
    python = python_of(environment)
    command = [python, folder, *sys.argv[1:]]
    shorter = way(python, variables) if way is not None else None
    if shorter is not None:
        command, variables = shorter
    try:
        if os.name != "nt":
            os.execve(command[0], command, variables)
        # Windows gives the prompt back at once when a process is replaced.
        import subprocess

        sys.exit(subprocess.call(command, env=variables))
    except OSError as error:
        raise SetupError(
            f"{command[0]} cannot be started ({error.strerror}): remove "
            f"{environment} and type the same command again."
        ) from error
