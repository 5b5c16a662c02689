"""Throw damaged input at what reads hostile bytes, for a while.

    python benchmarks/fuzz.py [SECONDS] [SEED]

Frames and values from a child, folders of a submission, texts of check files,
and all that `fuzz_files` has. Only the documented exceptions may come out.
Prints how often each target was hit; a crash prints the target and the number
of the input, which gives the same input again, and ends with status 1.

Nothing is written but below one temporary folder: never through a link, and
no pipe is ever opened.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from grader.cases import plan
from grader.checkfile import load
from grader.discover import Wanted, discover
from grader.model import CheckFileError, UsageError
from grader.sandbox.decode import WireError, decode
from grader.sandbox.encode import encode
from grader.sandbox.wire import (FrameError, Reply, ReplyReader, frame)

from fuzz_files import (CHECKS, TASK, damaged, drawings, editions, policies,
                        remains, results, texts)

VALUES = [None, True, 2 ** 70, -0.0, float("nan"), "é\ud800", [1, [2, "x"]],
          (1, 2), {"a": {1, 2}}, b"bytes", 1j, np.arange(6).reshape(2, 3),
          np.array(["ab", "c"]), np.float32(2), np.array([1, None], object)]


def values(chance: random.Random, _: Path) -> bytes:
    """Bytes of a value."""
    data = damaged(encode(chance.choice(VALUES)), chance)
    try:
        encode(decode(data))
    except WireError:
        pass
    return data


def frames(chance: random.Random, _: Path) -> bytes:
    """Frames of a conversation."""
    good = b"".join(frame(Reply(index, "value", encode(index)))
                    for index in range(-1, 4))
    data = damaged(good, chance)
    try:
        ReplyReader(-1, 4).feed(data)
    except FrameError:
        pass
    return data


def folders(chance: random.Random, folder: Path) -> bytes:
    """A submission of odd files and names."""
    root = tempfile.mkdtemp(dir=folder)
    names = []
    try:
        for _ in range(chance.randint(1, 12)):
            parts = [chance.choice((
                "linear_algebra", "0x00-linear_algebra", "math", "..x", "a b",
                "8-ridin_bareback.py", "8-riding.py", "\n;x", "é", ".git",
                chance.randbytes(3).hex())) for _ in range(
                    chance.randint(1, 4))]
            names.append("/".join(parts))
            _put(root, os.path.join(root, *parts), chance)
        discover(root, [Wanted(TASK), Wanted("0x02-calculus/3-pee", (),
                                             ("",))])
    except UsageError:
        pass
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return repr(names).encode()


def _put(root: str, path: str, chance: random.Random) -> None:
    """A file, folder, link or pipe, where one can be made.

    Never through a link that leads out of the folder.
    """
    folder = os.path.realpath(os.path.dirname(path))
    if os.path.commonpath((folder, os.path.realpath(root))) \
            != os.path.realpath(root):
        return
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.lexists(path):
            return                  # a pipe would wait for a reader
        way = chance.randint(0, 5)
        if way == 0:
            os.mkdir(path)
        elif way == 1:
            os.symlink(chance.choice(("/etc/passwd", path, "..")), path)
        elif way == 2:
            os.mkfifo(path)
        else:
            with open(path, "wb") as file:
                file.write(chance.randbytes(chance.randint(0, 300)))
    except OSError:
        pass


def check_files(chance: random.Random, folder: Path) -> bytes:
    """A damaged check file: loaded or refused with a sentence.

    Only names and values are damaged, never the body of a function, since a
    check file is ours and its code is run.
    """
    text = (CHECKS / (TASK + ".py")).read_text(encoding="utf-8")
    head, body = text.split("\n\n\n", 1)
    words = head.split(" ")
    for _ in range(chance.randint(1, 3)):
        words[chance.randrange(len(words))] = chance.choice((
            "7", "[]", "()", '"x"', "None", "{}", "=", "KIND", ",", "True"))
    data = f"{' '.join(words)}\n\n\n{body}".encode()
    path = folder / (TASK + ".py")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    try:
        plan(load(str(folder), TASK), 1)
    except CheckFileError:
        pass
    except Exception as error:
        if not str(error).startswith("checks/"):
            raise
    return data


# The cheap ones more often.
TARGETS: tuple[Callable[[random.Random, Path], bytes], ...] = (
    *(values, frames) * 40, *(folders, drawings) * 5,
    *(policies, results, remains) * 3, texts, check_files, editions)


def main(seconds: float = 60.0, seed: int = 0) -> int:
    """Hit all targets in turn until the time is over."""
    warnings.simplefilter("ignore")
    hits: Counter[str] = Counter()
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="fuzz-") as root:
        os.environ["XDG_CACHE_HOME"] = root     # never the user's own notes
        places = {target: Path(root, target.__name__) for target in TARGETS}
        for place in places.values():
            place.mkdir(exist_ok=True)
        while time.monotonic() < until:
            for target in TARGETS:
                number = seed * 10 ** 9 + hits[target.__name__]
                try:
                    target(random.Random(number), places[target])
                except Exception:
                    print(f"{target.__name__} {number}:")
                    traceback.print_exc(file=sys.stdout)
                    return 1
                hits[target.__name__] += 1
    for name, count in hits.items():
        print(f"{name:<12} {count:>9} inputs, no crash")
    return 0


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(main(float(words[0]) if words else 60.0,
                  int(words[1]) if len(words) > 1 else 0))
