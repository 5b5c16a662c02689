"""Let pip fetch and install the locked files, and say plainly what failed.

In: pins and a new environment. Out: nothing, or a SetupError of one
sentence. pip takes its index, proxy and other settings from the user; each
file must have a digest that is in the lock, wherever it came from.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.bootstrap.locked import Pin, requirements
from grader.bootstrap.place import SetupError, clean_variables, python_of
from grader.bootstrap.progress import Steps

LOG = "setup.log"
OPTIONS = (
    "--require-hashes",
    "--no-deps",
    "--no-input",
    "--no-user",
    "--no-warn-script-location",
    "--disable-pip-version-check",
    "--progress-bar=off",
)
# How the lines of pip begin that tell of one more library.
MET = ("Collecting ", "Processing ", "Requirement already ")
# With these pip would install to another place than the environment.
ELSEWHERE = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON")
DISK_FULL = (
    "The disk is full: free some space (the libraries need about 300 MB) "
    "and type the same command again."
)


@dataclass(frozen=True)
class Workshop:
    """An environment in the making; lock is the open file that guards it."""

    environment: str
    lock: int
    steps: Steps


def add_pip(workshop: Workshop) -> None:
    """Install pip itself, from the copy that Python carries."""
    _run(workshop, ["ensurepip", "--upgrade", "--default-pip"], _ignore)


def add_libraries(workshop: Workshop, pins: Sequence[Pin]) -> None:
    """Install exactly these versions, from exactly the locked files."""
    path = os.path.join(workshop.environment, "requirements.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(requirements(pins))
    amount = f"{len(pins)} libraries"
    met = 0

    def show(line: str) -> None:
        nonlocal met
        if line.startswith(MET):
            met += 1
            workshop.steps.note(f"{met} of {len(pins)}")
        elif line.startswith("Installing collected"):
            workshop.steps.begin(f"install {amount}")

    workshop.steps.begin(f"download {amount}")
    _run(workshop, ["pip", "install", *OPTIONS, "-r", path], show)


def _ignore(line: str) -> None:
    """Take a line that nobody needs to see."""


def _run(
    workshop: Workshop, arguments: list[str], show: Callable[[str], None]
) -> None:
    """Run a module of the new Python; it must succeed."""
    command = [python_of(workshop.environment), "-Im", *arguments]
    output: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=variables(),
        # The lock stays held until pip is gone, even if we are killed.
        pass_fds=() if os.name == "nt" else (workshop.lock,),
    ) as process:
        try:
            for line in process.stdout or ():
                output.append(line)
                show(line)
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        text = "".join(output)
        log = os.path.join(workshop.environment, LOG)
        with contextlib.suppress(OSError), open(
            log, "w", encoding="utf-8"
        ) as file:
            file.write(text)
        raise SetupError(explain(text, log))


def variables() -> dict[str, str]:
    """Return the user's variables, without those that lead pip astray."""
    return {
        name: value for name, value in clean_variables().items()
        if name not in ELSEWHERE
    }


def explain(output: str, log: str) -> str:
    """Turn what pip said into one sentence with the way out."""
    if "No space left on device" in output or "Errno 122" in output:
        return DISK_FULL
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A library was refused, because it is not the file that uv.lock "
            "names: take the official package index (see PIP_INDEX_URL) and "
            f"type the same command again; pip's own words are in {log}."
        )
    if "from versions: none" in output or "Retrying (" in output:
        return (
            "The libraries could not be downloaded: connect this computer "
            "to the internet (or set PIP_INDEX_URL or PIP_PROXY for your "
            "network) and type the same command again; pip's own words are "
            f"in {log}."
        )
    errors = [line for line in output.splitlines() if "error" in line.lower()]
    last = (errors or output.splitlines() or ["nothing"])[-1].strip()
    return (
        f"The libraries could not be installed. The last words of pip were "
        f"`{last}`; all of them are in {log}. Mend that and type the same "
        "command again."
    )
