"""Inside the cage: one grader, one attack, and what came of it.

    cage --unshare--> warden (process 1, root) --fork--> grader (nobody)

The warden has own namespaces for processes, network, mounts and messages.
All folders for temporary files are small file systems in memory, all else is
read-only. It puts up what the attack aims at, starts the grader as nobody
with limits, stops it when its time is over, and looks around. When it ends,
the kernel ends whatever is left.

Comes in: a job as JSON on standard input. Goes out: a verdict as JSON.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import resource
import signal
import socket
import struct
import sys
import time
from pathlib import Path
from typing import Any

from tests.attacks.case import TARGET, Attack
from tests.attacks.lesson import NEIGHBOUR, NEIGHBOUR_SOURCE, TOPIC
from tests.attacks.processes import survives
from tests.attacks.targets import SECRET, VARIABLE, Targets, snapshot

from . import cases, material
from .peers import Peer, peer_called

NOBODY = 65534
STAGE = Path("/tmp/stage")
TEMPORARY = ("/tmp", "/var/tmp", "/dev/shm")
TEMPORARY_BYTES = 256 << 20
WAIT = 0.5              # for what ends by itself
MS_RDONLY, MS_REMOUNT, MS_BIND, MS_REC = 1, 32, 4096, 16384
NO_NEW_PRIVILEGES = 38
LIMITS = {
    resource.RLIMIT_AS: 3 << 30, resource.RLIMIT_FSIZE: 64 << 20,
    resource.RLIMIT_NPROC: 160, resource.RLIMIT_NOFILE: 1024,
    resource.RLIMIT_CORE: 0}
CONTROLS = {
    "right": Attack("right", material.RIGHT[TARGET], most=7.0),
    "wrong": Attack("wrong", material.RIGHT[TARGET].replace(
        material.FORMULAS[TARGET], "[0 for row in matrix]"))}
# What nobody counts as left behind: caches beside the files that are read.
CACHES = ("__pycache__", ".ipynb_checkpoints", ".OTTER_LOG")


def mount(source: str, target: str, kind: str, flags: int,
          words: str = "") -> None:
    """The system call of this name."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(source.encode(), target.encode(), kind.encode(), flags,
                     words.encode()):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), target)


def build_cage(kept: list[str]) -> None:
    """Small memory for temporary files, all else read-only, loopback up.

    kept: folders that stay in sight though they lie in one for temporary
        files
    """
    hidden = {path: os.open(path, os.O_PATH) for path in kept
              if path.startswith(TEMPORARY)}
    for place in TEMPORARY:
        mount("tmpfs", place, "tmpfs", 0,
              f"size={TEMPORARY_BYTES},nr_inodes=20000,mode=1777")
    for path, descriptor in hidden.items():
        os.makedirs(path, exist_ok=True)
        mount(f"/proc/self/fd/{descriptor}", path, "", MS_BIND | MS_REC)
        mount("", path, "", MS_BIND | MS_REMOUNT | MS_RDONLY)
        os.close(descriptor)
    mount("", "/", "", MS_BIND | MS_REMOUNT | MS_RDONLY)
    with socket.socket() as end:            # SIOCSIFFLAGS: up and running
        fcntl.ioctl(end, 0x8914, struct.pack("16sh14x", b"lo", 0x41))


class Trial:
    """One grader on one attack."""

    def __init__(self, peer: Peer, attack: Attack, venv: Path) -> None:
        self.peer = peer
        self.attack = attack
        self.venv = venv
        self.submission = STAGE / "submissions" / "1"
        for name in ("tmp", "cwd", "out", "tests"):
            (STAGE / name).mkdir(parents=True)
        self.targets = Targets(STAGE)

    def write(self, pid: int) -> None:
        """Submission, the work of another student, and the tests."""
        topic = self.submission / TOPIC
        topic.mkdir(parents=True)
        other = STAGE / "submissions" / "other" / TOPIC
        other.mkdir(parents=True)
        (other / f"{TARGET}.py").write_text(f"# {SECRET}\n")
        meaning = self.targets.words(self.submission) | {"$PARENT": str(pid)}
        files: dict[str, str | bytes] = {
            f"{NEIGHBOUR}.py": NEIGHBOUR_SOURCE, **self.attack.files}
        if self.attack.source:
            files[f"{TARGET}.py"] = self.attack.source
        for name, text in files.items():
            path = topic / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, str):
                for word, place in meaning.items():
                    text = text.replace(word, place)
                text = text.encode("utf-8", "surrogateescape")
            path.write_bytes(text)
            path.chmod(0o755)
        if self.attack.prepare is not None:
            self.attack.prepare(topic)
        self.peer.write(STAGE)
        # A teacher's files belong to the user who grades.
        for place, inner, names in os.walk(STAGE):
            for name in (*inner, *names):
                os.lchown(os.path.join(place, name), NOBODY, NOBODY)
        os.chown(STAGE, NOBODY, NOBODY)

    def run(self, seconds: float) -> dict[str, Any]:
        """Start, wait, end, and look around."""
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(writer)
            os.read(reader, 1)              # the stage is set
            become_grader(self.peer.words(STAGE, self.venv), self.venv)
        os.close(reader)
        self.write(pid)
        watched = (self.submission, self.targets.outside, STAGE / "checks")
        before, start = snapshot(*watched), time.monotonic()
        os.close(writer)
        has_ended = wait_for(pid, seconds)
        seconds = time.monotonic() - start
        found = set() if has_ended else {"no end"}
        if end_all(WAIT if has_ended else 0) and has_ended:
            found.add("processes")
        if self.targets.called():
            found.add("sockets")
        after = snapshot(*watched)
        if left_marks() or any(
                before.get(path) != after.get(path)
                for path in before.keys() | after.keys()
                if not any(cache in path for cache in CACHES)):
            found.add("files")
        points = self.judge(found)
        return {"breaches": sorted(found), "points": points,
                "seconds": round(seconds, 2)}

    def judge(self, found: set[str]) -> float:
        """What the report is worth; adds to what was found."""
        said = b"".join(path.read_bytes() for path in (
            STAGE / "said", *(STAGE / "out").glob("re*"))
            if path.is_file() and path.stat().st_size < LIMITS[
                resource.RLIMIT_FSIZE])
        if SECRET.encode() in said:
            found.add("secret")
        try:
            marks = self.peer.read(STAGE)
        except (OSError, ValueError, LookupError, TypeError, AttributeError,
                RecursionError):
            found.add("report")
            return 0.0
        if not marks.is_neighbour_right:
            found.add("neighbour")
        if not marks.points <= self.attack.most + 0.005:
            found.add("points")
        return marks.points


def become_grader(words: list[str], venv: Path) -> None:
    """In the forked child: nobody, with limits, and then the grader."""
    try:
        os.setsid()
        said = os.open(STAGE / "said", os.O_WRONLY | os.O_CREAT, 0o666)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.closerange(3, 1024)
        for kind, most in LIMITS.items():
            resource.setrlimit(kind, (most, most))
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        ctypes.CDLL(None).prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        folder = STAGE / "cwd"
        if "check50" in words[0]:           # it grades where it stands
            folder = STAGE / "submissions" / "1" / TOPIC
        os.chdir(folder)
        os.execve(words[0], words, {
            "PATH": f"{venv}/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(STAGE / "home"), "TMPDIR": str(STAGE / "tmp"),
            "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
            "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
            VARIABLE: SECRET})
    finally:
        os._exit(72)


def wait_for(pid: int, seconds: float) -> bool:
    """Whether the process ended in time; reaps orphans meanwhile."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            done, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return True
        if done == pid:
            return True
        if done == 0:
            time.sleep(0.01)
    return False


def end_all(seconds: float) -> list[str]:
    """Wait a moment for all others, then kill; those that would live on."""
    until = time.monotonic() + seconds
    while running() and time.monotonic() < until:
        time.sleep(0.02)
    left = [pid for pid in running() if survives(int(pid))]
    while running():
        os.kill(-1, signal.SIGKILL)         # in this namespace only
        time.sleep(0.02)
    return left


def running() -> list[str]:
    """Pids of all processes but this one that are no zombies."""
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit() or name == "1":
            continue
        try:
            text = Path(f"/proc/{name}/stat").read_text()
        except OSError:
            continue
        if text.rpartition(")")[2].split()[0] not in "ZX":
            found.append(name)
    return found


def left_marks() -> list[str]:
    """Files that only an attack makes, wherever they may be written."""
    found = []
    for top in TEMPORARY:
        device = os.stat(top).st_dev
        for place, inner, names in os.walk(top):
            inner[:] = [name for name in inner      # not what was kept
                        if os.lstat(os.path.join(place, name)).st_dev
                        == device]
            found += [os.path.join(place, name) for name in (*inner, *names)
                      if name.startswith("mark")]
    return found


def main() -> None:
    """One job, one verdict."""
    job = json.load(sys.stdin)
    os.umask(0o022)
    attack = (CONTROLS.get(job["name"]) if job["category"] == "control"
              else cases.find(job["category"], job["name"]))
    peer = peer_called(job["peer"])
    assert attack is not None and os.getpid() == 1
    build_cage(job["kept"])
    trial = Trial(peer, attack, Path(job["venv"]))
    verdict = trial.run(job["seconds"])
    if job.get("verbose"):
        verdict["said"] = (STAGE / "said").read_text(errors="replace")[-3000:]
    print(json.dumps(verdict))


if __name__ == "__main__":
    main()
