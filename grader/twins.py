"""Load the libraries once, then become two processes: zygote and grader.

    grader ... --exec--> this --fork--> zygote: knows no word of the user
                          '--> reads the words, and grades

Loading numpy takes longer than grading a folder, and both need it. A fork of
a process that has read the words would hand them to student code; so they
arrive in a letter that is opened after the fork (`sandbox.handover`).
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Started by path with -P: only here the package is put on the path.
    sys.path.append(os.path.dirname(os.path.dirname(
        os.path.abspath(__file__))))

from grader import bootstrap
from grader.sandbox.handover import receive

TYPE_CHECKING = False           # loading `typing` takes longer than all this
if TYPE_CHECKING:
    from grader.sandbox import Started


def main(number: int, draws: bool) -> int:
    """Split, read the words, obey them; returns the exit status.

    number: of the open file that holds the letter
    """
    try:
        started = _split(draws)
    except ModuleNotFoundError as error:
        _open(number)
        return bootstrap.missing_library(error)
    except OSError:             # too many processes: to be said where it hurts
        started = None
    words = _open(number)
    from grader.cli import obey
    return obey(words, started)


def _split(draws: bool) -> Started:
    """One zygote, or two; the slower one first."""
    import gc

    from grader.sandbox.quiet_forks import load_quietly
    keeps_chance = load_quietly()
    from grader.sandbox import split
    import numpy.random         # noqa: F401 - both sides use it
    gc.freeze()                 # both sides share these pages
    drawing = split(keeps_chance, draws=True) if draws else None
    return split(keeps_chance)._replace(drawing=drawing)


def _open(number: int) -> list[str]:
    """The words of the user; variables and streams become theirs."""
    sys.path.pop()              # the package stays found
    letter = receive(number)
    letter.restore()
    sys.argv[:] = ["grader", *letter.words]
    bootstrap.arrive(os.path.dirname(os.path.abspath(__file__)))
    return letter.words


if __name__ == "__main__":
    try:
        sys.exit(main(int(sys.argv[1]), sys.argv[2:] == ["draw"]))
    except KeyboardInterrupt:
        sys.exit(130)
