"""The clock inside a child: interrupts a call that takes too long.

Where the system has no timer signal (Windows) only the parent's clock, from
outside, stops a call; then the line that was running stays unknown.
"""

from __future__ import annotations

import signal
import types

from grader.sandbox.trouble import TimeUp

HAS_TIMER = hasattr(signal, "setitimer")
AGAIN = 0.1         # rings again for code that catches everything


class Clock:
    """Raises TimeUp inside the code that takes too long.

    The timer is set once a call. It is not stopped, which would cost as much
    again: between two calls nobody listens when it rings.
    """

    def __init__(self) -> None:
        self._counts = False
        if HAS_TIMER:
            signal.signal(signal.SIGALRM, self._ring)

    def _ring(self, number: int, frame: types.FrameType | None) -> None:
        if self._counts:
            raise TimeUp(frame)

    def start(self, seconds: float) -> None:
        """Ring after so many seconds."""
        if HAS_TIMER:
            signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        self._counts = True

    def stop(self) -> None:
        """The call is over."""
        self._counts = False

    def put_away(self) -> None:
        """No more calls: the timer must not ring any more."""
        if HAS_TIMER:
            signal.setitimer(signal.ITIMER_REAL, 0)
