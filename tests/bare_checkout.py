"""Bare checkouts for the tests of the bootstrap: real files, small libraries.

A checkout here has the real bootstrap, a lock of two tiny libraries, and a
command line that only tells where it runs. The libraries come from a folder,
so that the environments are real and yet need no network.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The interpreter below an environment: what a newcomer starts.
PYTHON = getattr(sys, "_base_executable", sys.executable)
FOLDER = "Mön pays/é clone"
DROP_A_RIGHT = 24       # PR_CAPBSET_DROP
WRITE_ANYWHERE = 1      # CAP_DAC_OVERRIDE

COMMAND_LINE = '''
import json
import os
import random
import sys


def main():
    """Tell where this runs, and end with a status of its own."""
    import tiny

    json.dump({"prefix": sys.prefix, "words": sys.argv[1:],
               "folder": os.getcwd(), "random": random.__file__,
               "tiny": tiny.__file__, "documented": bool(main.__doc__),
               "path": sys.path}, sys.stdout)
    return 7


def way(python, variables):
    """No shorter way to it."""
'''
PRETEND_PYTEST = '''
import os
import sys


def main(words):
    print(sys.prefix, os.getcwd(), *words, sep="\\n")
    return 5
'''


@dataclass(frozen=True)
class Shelf:
    """A folder of wheels, and the lock that names them."""

    folder: Path
    digests: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, source: str) -> None:
        """Put a library of one module there, in version 1.0."""
        module = "pytest" if name == "pretend" else name
        facts = f"{name}-1.0.dist-info"
        path = self.folder / f"{name}-1.0-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr(f"{module}/__init__.py", source)
            wheel.writestr(f"{facts}/METADATA", "Metadata-Version: 2.1\n"
                           f"Name: {name}\nVersion: 1.0\n")
            wheel.writestr(f"{facts}/WHEEL", "Wheel-Version: 1.0\n"
                           "Root-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{facts}/RECORD", "")
        self.digests[name] = hashlib.sha256(path.read_bytes()).hexdigest()

    def lock(self) -> str:
        """Return a lock as uv writes it: one library, one for tests."""
        text = ('version = 1\n[[package]]\nname = "mml-grader"\n'
                'source = { editable = "." }\n'
                'dependencies = [{ name = "tiny" }]\n'
                '[package.optional-dependencies]\n'
                'dev = [{ name = "pretend" }]\n')
        for name, digest in self.digests.items():
            text += (f'[[package]]\nname = "{name}"\nversion = "1.0"\n'
                     'source = { registry = "" }\nwheels = [{ url = "x/'
                     f'{name}-1.0-py3-none-any.whl", hash = '
                     f'"sha256:{digest}" }}]\n')
        return text


@dataclass(frozen=True)
class Checkout:
    """A bare checkout; what its commands may know of the user's machine."""

    root: Path
    cache: Path
    wheels: Path

    @property
    def environment(self) -> Path:
        """Where its environment is expected."""
        return self.root / ".venv"

    @property
    def site(self) -> Path:
        """Where its libraries are expected."""
        return next(self.environment.glob("lib/python*/site-packages"))

    def variables(self, **more: str) -> dict[str, str]:
        """Return an environment without traces of the running tests."""
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("GRADER_", "PYTHON", "PIP_", "UV_"))}
        return {**kept, "XDG_CACHE_HOME": str(self.cache),
                "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1",
                "PIP_FIND_LINKS": self.wheels.as_uri(), **more}

    def start(self, *words: str, **more: str) -> subprocess.Popen[str]:
        """Start `python3 WORDS` in the checkout and come back at once."""
        return subprocess.Popen(
            [PYTHON, *words], cwd=self.root, env=self.variables(**more),
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=be_an_ordinary_process)

    def run(self, *words: str, **more: str) -> Result:
        """Run `python3 WORDS` in the checkout to its end."""
        return finish(self.start(*words, **more))


@dataclass(frozen=True)
class Result:
    """What a finished command said, and its exit status."""

    status: int
    output: str
    steps: str

    @property
    def facts(self) -> dict[str, object]:
        """What the pretended command line told."""
        return dict(json.loads(self.output))


def finish(process: subprocess.Popen[str]) -> Result:
    """Wait for the end of a command."""
    output, steps = process.communicate(timeout=120)
    return Result(process.returncode, output, steps)


def be_an_ordinary_process() -> None:
    """Take away what a test runner may have and a user does not.

    A runner in the background ignores interrupts, and root may write into
    folders that are closed for writing: both would hide what we look for.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).prctl(DROP_A_RIGHT, WRITE_ANYWHERE, 0, 0, 0)


def make_shelf(folder: Path) -> Shelf:
    """Make the two tiny libraries."""
    folder.mkdir()
    shelf = Shelf(folder)
    shelf.add("tiny", "")
    shelf.add("pretend", PRETEND_PYTEST)
    return shelf


def make_checkout(folder: Path, shelf: Shelf) -> Checkout:
    """Copy what the bootstrap needs to a path with blanks and accents."""
    root = folder / FOLDER
    nothing = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "grader/bootstrap", root / "grader/bootstrap",
                    ignore=nothing)
    (root / "tests").mkdir()
    for name in ("grader/__init__.py", "grader/__main__.py",
                 "tests/__main__.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "grader/cli.py").write_text(COMMAND_LINE)
    (root / "uv.lock").write_text(shelf.lock())
    return Checkout(root, folder / "cache", shelf.folder)


def copy_checkout(checkout: Checkout, folder: Path) -> Checkout:
    """Copy a checkout with its environment, times included."""
    root = folder / FOLDER
    shutil.copytree(checkout.root, root, symlinks=True)
    return Checkout(root, folder / "cache", checkout.wheels)
