"""The user's terminal: a second screen, single keys, and all put back.

Only where both input and output are a terminal of a system with termios;
elsewhere `watch` writes plain lines. Whatever happens, `leave` gives back the
first screen, the cursor and the way keys are read; it may be called twice.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Sequence
from typing import Any, TextIO

CODES = {"bold": "1", "dim": "2", "green": "32", "red": "31",
         "yellow": "33", "cyan": "36", "magenta": "35"}
ENTER_SCREEN = "\x1b[?1049h\x1b[?25l\x1b[2J"
LEAVE_SCREEN = "\x1b[0m\x1b[?25h\x1b[?1049l"
PLAIN = str.maketrans("█▒░─", "#x.-")
SMALLEST = (20, 4)
Frame = Sequence[Sequence[tuple[str, str]]]


def has_screen(source: TextIO, out: TextIO) -> bool:
    """Whether there is a terminal that can show a screen and send keys."""
    try:
        import termios  # noqa: F401 - only asked whether it is there
        return (os.isatty(source.fileno()) and os.isatty(out.fileno())
                and os.environ.get("TERM", "") not in ("", "dumb"))
    except (ImportError, OSError, ValueError):
        return False


class Terminal:
    """One terminal; `enter`, `draw`, `keys`, `leave`."""

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self._in = source.fileno()
        self._out = out.fileno()
        self._before: list[Any] | None = None
        self._lock = threading.RLock()
        self._colour = not os.environ.get("NO_COLOR")
        self._unicode = "utf" in (out.encoding or "").lower()
        self._last = ""

    def enter(self) -> None:
        """Take the second screen; keys come one by one and are not shown.

        Ctrl-C and Ctrl-Z stay what they are.
        """
        import termios
        import tty
        with self._lock:
            if self._before is None:
                self._before = termios.tcgetattr(self._in)
                tty.setcbreak(self._in, termios.TCSADRAIN)
                self._write(ENTER_SCREEN)
            self._last = ""

    def leave(self) -> None:
        """Give everything back, as it was."""
        import termios
        with self._lock:
            before, self._before = self._before, None
            if before is not None:
                try:
                    self._write(LEAVE_SCREEN)
                finally:
                    try:
                        termios.tcsetattr(self._in, termios.TCSADRAIN,
                                          before)
                    except termios.error:       # the terminal is gone
                        pass

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        try:
            found = os.get_terminal_size(self._out)
        except OSError:
            return 80, 24
        return (max(found.columns or 80, SMALLEST[0]),
                max(found.lines or 24, SMALLEST[1]))

    def draw(self, lines: Frame) -> None:
        """Show these lines; does nothing when they stand there already."""
        text = "\x1b[H" + "\x1b[K\r\n".join(
            map(self._styled, lines)) + "\x1b[0m\x1b[K\x1b[J"
        with self._lock:
            if self._before is not None and text != self._last:
                self._write(text)
                self._last = text

    def forget(self) -> None:
        """Draw all anew next time: the window was changed."""
        with self._lock:
            self._last = ""
            if self._before is not None:
                self._write("\x1b[2J")

    def fileno(self) -> int:
        """What becomes readable when a key is pressed."""
        return self._in

    def keys(self) -> str:
        """The keys that were pressed; "" at the end of the input.

        What is longer than a letter, such as an arrow, is no key of ours.
        """
        try:
            data = os.read(self._in, 1024)
        except OSError:
            return ""
        if not data:
            return ""
        text = data.decode("utf-8", "ignore")
        return " " if text.startswith("\x1b") else text or " "

    def _styled(self, line: Sequence[tuple[str, str]]) -> str:
        parts = []
        for text, style in line:
            if not self._unicode:
                text = text.translate(PLAIN).encode(
                    "ascii", "replace").decode()
            codes = ";".join(CODES[word] for word in style.split()
                             if self._colour or word in ("bold", "dim"))
            parts.append(f"\x1b[{codes}m{text}\x1b[0m" if codes else text)
        return "".join(parts)

    def _write(self, text: str) -> None:
        """All of it; a terminal that went away is nobody's trouble."""
        data = text.encode("utf-8", "replace")
        try:
            while data:
                data = data[os.write(self._out, data):]
        except BlockingIOError:
            select.select([], [self._out], [], 1.0)
        except OSError:
            pass
