"""Numbered steps on the error stream, each with its seconds.

The output stream stays free for the report. In a terminal the current step
also shows what it works on; in a log file each step is one line.
"""

from __future__ import annotations

import sys
import time

WIDTH = 48


def say(text: str) -> None:
    """Write one line for the user."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


class Steps:
    """A count of steps; at most one of them is open."""

    def __init__(self, total: int) -> None:
        """Count up to total."""
        self._total = total
        self._number = 0
        self._line = ""
        self._began = time.monotonic()
        self._start = self._began

    def begin(self, text: str) -> None:
        """Close the open step, if any, and open the next one."""
        self.end()
        self._number += 1
        self._line = f"  {self._number} of {self._total}  {text}"
        self._began = time.monotonic()
        sys.stderr.write(f"{self._line:<{WIDTH}}")
        sys.stderr.flush()

    def note(self, text: str) -> None:
        """Show what the open step works on, if somebody is watching."""
        if self._line and sys.stderr.isatty():
            sys.stderr.write(f"\r{self._line}: {text}")
            sys.stderr.flush()

    def end(self) -> None:
        """Close the open step with its seconds."""
        if not self._line:
            return
        seconds = time.monotonic() - self._began
        if sys.stderr.isatty():
            # Write over the note.
            sys.stderr.write(f"\r{self._line:<{WIDTH}}")
        say(f"{seconds:6.1f} s")
        self._line = ""

    def give_up(self) -> None:
        """End the line of a step that failed or was interrupted."""
        if self._line:
            say("")
            self._line = ""

    def seconds(self) -> float:
        """Return the seconds since the first step."""
        return time.monotonic() - self._start
