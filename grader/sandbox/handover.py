"""Puts another program in the place of this process, and hands it the words.

    become(command(...))        this process is `grader/twins.py` from now on
    receive(number) -> Letter   there, once it has become two processes

The words and variables of the user travel in a file without a name and never
as arguments: the zygote is split off before anybody reads them, so it cannot
hold them. Runs at every start, so it imports next to nothing.
"""

from __future__ import annotations

import io
import marshal
import os
import sys
from collections.abc import Mapping, Sequence

PROGRAM = os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), "twins.py")
ENVIRONMENT = {
    "LANG": "C.UTF-8", "PATH": os.defpath, "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1",
    "MPLBACKEND": "Agg",
}
# As -I, but without -E: that would forget PYTHONHASHSEED, and a set of texts
# would have another order in each run. There is nothing of the user's to read.
ISOLATED = ("-s", "-P")
# These ask nothing of an interpreter that the letter does not bring about.
OBEYED = ("PYTHON_", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED",
          "PYTHONIOENCODING", "PYTHONNOUSERSITE", "PYTHONSAFEPATH",
          "PYTHONUNBUFFERED", "PYTHONUTF8")
Command = tuple[list[str], dict[str, str]]


def drawing_cache(variables: Mapping[str, str] = os.environ) -> str:
    """Where matplotlib keeps its list of fonts from one run to the next.

    A folder of the grader's own: the user's may hold settings that change
    how a figure is drawn. Only the zygote reads and writes it.
    """
    caches = variables.get("XDG_CACHE_HOME") or os.path.join(
        os.path.expanduser("~"), ".cache")
    return os.path.join(caches, "mml-grader", "matplotlib")


def scrubbed_environment(draws: bool = False) -> dict[str, str]:
    """What an interpreter needs to start, and nothing of the user's."""
    environment = dict(ENVIRONMENT)
    if draws:
        environment["MPLCONFIGDIR"] = drawing_cache()
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"):
        if name in os.environ:      # some interpreters need it to start
            environment[name] = os.environ[name]
    return environment


class Letter:
    """What the first program knew: words, variables, and how it speaks."""

    def __init__(self, words: list[str], variables: dict[bytes, bytes],
                 streams: list[tuple[str, str, bool]]) -> None:
        """Keep it; `streams` has encoding, errors and write-through."""
        self.words = words
        self.variables = variables
        self.streams = streams

    def restore(self) -> None:
        """Let this process have the variables and speak as the first did."""
        os.environ.clear()
        os.environb.update(self.variables)
        if "TZ" in os.environ:
            import time
            time.tzset()
        for stream, (encoding, errors, through) in zip(
                (sys.stdin, sys.stdout, sys.stderr), self.streams):
            assert isinstance(stream, io.TextIOWrapper)
            stream.reconfigure(encoding=encoding, errors=errors)
            if through:
                stream.reconfigure(write_through=True)


def command(python: str, words: Sequence[str], variables: Mapping[str, str],
            draws: bool) -> Command | None:
    """What to become, with which variables; None where that cannot be.

    python: the interpreter with the libraries
    draws: whether a zygote with matplotlib is wanted too
    """
    if not _is_plain(variables):
        return None
    try:
        letter = _post(words, variables)
    except (OSError, ValueError):
        return None
    flags = ISOLATED + (("-B",) if sys.dont_write_bytecode else ())
    return ([python, *flags, PROGRAM, str(letter), "draw" * draws],
            scrubbed_environment(draws))


def become(command: Command) -> None:
    """Put the program in our place; returns only where that is refused."""
    sys.stdout.flush()
    sys.stderr.flush()
    words, variables = command
    try:
        os.execve(words[0], words, variables)
    except OSError:
        os.close(int(words[-2]))            # nobody reads the letter


def receive(number: int) -> Letter:
    """Read the letter, which is gone then."""
    with open(number, "rb") as file:
        file.seek(0)
        return Letter(*marshal.load(file))


def _is_plain(variables: Mapping[str, str]) -> bool:
    """Whether a fresh interpreter would do here what this one does."""
    asked = [name for name in variables if name.startswith("PYTHON")
             and not name.startswith(OBEYED)]
    flags = sys.flags
    return (not asked and hasattr(os, "fork") and hasattr(os, "memfd_create")
            and sys.getfilesystemencoding() == "utf-8"
            and os.path.exists(PROGRAM)     # not inside of an archive
            and all((sys.stdin, sys.stdout, sys.stderr))
            and not (flags.optimize or flags.dev_mode or flags.inspect
                     or sys.warnoptions or sys._xoptions
                     or sys.gettrace() or sys.getprofile()))


def _post(words: Sequence[str], variables: Mapping[str, str]) -> int:
    """The number of an open file with the letter in it."""
    streams = [(stream.encoding, stream.errors,
                getattr(stream, "write_through", False))
               for stream in (sys.stdin, sys.stdout, sys.stderr)]
    data = marshal.dumps((
        list(words), {os.fsencode(name): os.fsencode(value)
                      for name, value in variables.items()}, streams))
    number = os.memfd_create("letter", 0)       # stays open in the program
    with open(number, "wb", closefd=False) as file:
        file.write(data)
    return number
