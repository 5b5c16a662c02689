"""A virtual environment for each grader, all of it below one folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .assignment import ROOT

VERSIONS = Path(__file__).with_name("versions.txt")
OWN = ("grader", "pyproject.toml", "uv.lock")


def python() -> str:
    """The interpreter below any virtual environment that we run in."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return shutil.which(f"python{version}", path=f"{sys.base_prefix}/bin"
                        ) or sys.executable


def pinned() -> dict[str, str]:
    """Library -> its version."""
    lines = VERSIONS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines
                if "==" in line and not line.startswith("#"))


def prepare(folder: Path, packages: tuple[str, ...]) -> None:
    """Install a grader, if it is not there yet."""
    done = folder / "done"
    wanted = "\n".join((python(), *packages, VERSIONS.read_text()))
    if done.is_file() and done.read_text() == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    print(f"installing {' '.join(packages)}", file=sys.stderr)
    subprocess.run([python(), "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin" / "pip", "install", "-q",
                    "--disable-pip-version-check", "-c", VERSIONS,
                    *packages], check=True)
    done.write_text(wanted)


def prepare_own(folder: Path) -> None:
    """A copy of this grader without check files, set up by itself.

    It is started as users start it, so it makes its environment as theirs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "grader", ignore_errors=True)
    for name in OWN:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name,
                            ignore=shutil.ignore_patterns(
                                "checks", "__pycache__"))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    subprocess.run([python(), "grader", "--version"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL, env={
                       name: value for name, value in os.environ.items()
                       if not name.startswith(("GRADER_", "PYTHON"))})
