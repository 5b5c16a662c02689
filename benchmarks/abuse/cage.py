"""Starts one grader on one attack where it can do no harm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.attacks.case import Attack

from .peers import CHECKOUT, Peer

UNSHARE = ("unshare", "--mount", "--pid", "--net", "--ipc", "--uts",
           "--fork", "--kill-child", "--mount-proc", "--")
SETTING_UP = 300.0      # seconds on top, for the cage on a busy machine
LEAST = 6.0             # seconds that every grader gets
FACTOR = 3.0            # times what an honest submission takes
HONEST_RUNS = 3


def refuse_where_it_cannot_be() -> None:
    """Only root on Linux can build the cage; nothing runs without it."""
    if sys.platform != "linux" or os.geteuid() != 0:
        raise SystemExit("The cage needs Linux and root: root builds it, "
                         "and nobody runs in it. Nothing was run.")
    if shutil.which("unshare") is None:
        raise SystemExit("The cage needs the program `unshare` of "
                         "util-linux. Nothing was run.")


def prepare(peer: Peer, work: Path, python: str) -> None:
    """A virtual environment with this grader, if it is not there yet."""
    venv = work / peer.name.replace(" ", "-")
    done = venv / "done"
    wanted = "\n".join((python, *peer.packages))
    if done.is_file() and done.read_text() == wanted and peer.name != "ours":
        return
    shutil.rmtree(venv, ignore_errors=True)
    print(f"installing {peer.title}", file=sys.stderr)
    if uv := shutil.which("uv"):
        subprocess.run([uv, "venv", "-q", "--python", python, venv],
                       check=True)
        install = [uv, "pip", "install", "-q", "--python",
                   f"{venv}/bin/python"]
    else:
        subprocess.run([python, "-m", "venv", venv], check=True)
        install = [f"{venv}/bin/python", "-m", "pip", "install", "-q"]
    subprocess.run([*install, *peer.packages], check=True)
    subprocess.run(["chmod", "-R", "a+rX", venv], check=True)
    done.write_text(wanted)


def try_one(peer: Peer, category: str, attack: Attack | str, work: Path,
            seconds: float, verbose: bool = False) -> dict[str, Any]:
    """The verdict of the warden."""
    name = attack if isinstance(attack, str) else attack.name
    job = {"peer": peer.name, "category": category, "name": name,
           "venv": str(work / peer.name.replace(" ", "-")),
           "kept": [str(work), str(CHECKOUT), sys.prefix, sys.base_prefix],
           "seconds": seconds, "verbose": verbose}
    done = subprocess.run(
        [*UNSHARE, sys.executable, "-m", "benchmarks.abuse.warden"],
        input=json.dumps(job), capture_output=True, text=True,
        cwd=CHECKOUT, timeout=seconds + SETTING_UP, check=False)
    if done.returncode:
        raise RuntimeError(f"{peer.name}, {category}: {name}: "
                           f"{done.stderr[-2000:]}")
    verdict: dict[str, Any] = json.loads(done.stdout)
    return verdict


def honest_seconds(peer: Peer, work: Path) -> list[float]:
    """How long right work takes; also proves that the grader works at all."""
    found = []
    for _ in range(HONEST_RUNS):
        right = try_one(peer, "control", "right", work, 120.0, True)
        wrong = try_one(peer, "control", "wrong", work, 120.0, True)
        if right["breaches"] or right["points"] < 5.5 or wrong["breaches"]:
            raise RuntimeError(f"{peer.title} does not grade honest work: "
                               f"{right} {wrong}")
        found.append(float(right["seconds"]))
    return found


def breaches_of(peer: Peer, category: str, attack: Attack, work: Path,
                seconds: float) -> list[str]:
    """What goes wrong, and goes wrong again: a busy machine is no breach."""
    found: list[str] = try_one(peer, category, attack, work, seconds
                               )["breaches"]
    if not found:
        return []
    again = try_one(peer, category, attack, work, seconds)["breaches"]
    return [breach for breach in found if breach in again]
