"""A zygote in which something fails a few times, on purpose.

    python broken_zygote.py CONTROL WHAT TIMES

WHAT is "rules" (a child cannot put up its walls) or "fork" (there is no
child at all). Apart from that it is the real one.
"""

import errno
import mmap
import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from grader.sandbox import landlock, zygote     # noqa: E402

# Counts in all children together.
FAILED = mmap.mmap(-1, mmap.PAGESIZE)


def failing(function, times, number):
    """The function, after it failed so many times."""
    def attempt(*words):
        if FAILED[0] < times:
            FAILED[0] += 1
            raise OSError(number, os.strerror(number))
        return function(*words)
    return attempt


class Broken(zygote.Zygote):
    """Fails for its children, and not when it tries its walls before."""

    def __init__(self, *words):
        super().__init__(*words)
        times = int(sys.argv[3])
        if sys.argv[2] == "fork":
            self._fork_of_all = failing(os.fork, times, errno.EAGAIN)
        else:
            self._fork_of_all = os.fork
            landlock.Ruleset.allow_scratch = failing(
                landlock.Ruleset.allow_scratch, times, errno.ENOMEM)

    def _fork(self, *words):
        os.fork = self._fork_of_all
        super()._fork(*words)


if __name__ == "__main__":
    zygote.Zygote = Broken
    zygote.main(int(sys.argv[1]), True, False)
