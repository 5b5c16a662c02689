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


def start_clock() -> None:
    """Let the timer raise TimeUp inside the code that is running."""
    if not HAS_TIMER:
        return

    def ring(number: int, frame: types.FrameType | None) -> None:
        raise TimeUp(frame)
    signal.signal(signal.SIGALRM, ring)


def set_alarm(seconds: float) -> None:
    """Ring after so many seconds; 0 stops the clock."""
    if HAS_TIMER:
        signal.setitimer(signal.ITIMER_REAL, seconds,
                         AGAIN if seconds else 0.0)
