"""Whether a child got as far as student code: a sign that nobody can forge.

    zygote:  place = signs.claim()
    child :  walls stand:     signs.put_up(place)         then student code
             they do not:     signs.give_reason(place, error)
    zygote:  the child ended: signs.take_down(place)  ->  UP, 0 or a reason

A status of exit cannot tell it: student code can end with any. The signs are
bytes in one page of memory that the zygote shares with its children. A child
lets go of the whole page before the first byte of student code. So student
code can neither take its own sign down, to make its crash look like our
fault, nor touch the sign of another child.
"""

from __future__ import annotations

import mmap
import os

UP = 255                # no reason of any system has this number


class Signs:
    """One byte for each child that lives."""

    def __init__(self) -> None:
        """Make the page; processes forked from now on share it."""
        self._page = mmap.mmap(-1, mmap.PAGESIZE)
        self._taken: set[int] = set()

    def claim(self) -> int:
        """A place for one more child; nothing stands there yet."""
        place = next(place for place in range(mmap.PAGESIZE)
                     if place not in self._taken)
        self._taken.add(place)
        self._page[place] = 0
        return place

    def put_up(self, place: int) -> None:
        """In the child: all walls stand. Nothing can be changed after it."""
        self._page[place] = UP
        self._page.close()

    def give_reason(self, place: int, error: BaseException) -> None:
        """In the child: they do not stand; fails once they were up."""
        self._page[place] = reason_of(error)

    def take_down(self, place: int) -> int:
        """In the zygote: what a child left that has ended."""
        self._taken.discard(place)
        return self._page[place]


def reason_of(error: BaseException) -> int:
    """The system's number for what went wrong; 0 if it has none."""
    number = getattr(error.__cause__ or error, "errno", None)
    return number if type(number) is int and 0 < number < UP else 0


def reason_in_words(reason: int) -> str:
    """What a sign says that is not up."""
    return os.strerror(reason) if reason else "it ended too early"
