"""The second thread: hears saves and keys, and shows what the engine tells.

It never grades and never waits for the engine: whatever runs there, keys are
answered and the screen is drawn. What went wrong in it is kept for the
session, which then ends.
"""

from __future__ import annotations

import os
import queue
import selectors
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import TextIO

from grader.report.schema import TaskInfo
from grader.watch.board import Board
from grader.watch.engine import Engine, Told
from grader.watch.listening import Listener, folders_of
from grader.watch.terminal import Terminal
from grader.watch.view import frame, verdict_line

QUIET_SECONDS = 0.03        # a save is over when nothing more comes
MOST_QUIET_SECONDS = 0.5
PATIENCE_SECONDS = 1.0      # what runs longer gives way to a new save


class Desk:
    """Everything that the user sees and does.

    terminal: None where there is no screen; then lines go to `out`
    end: called when the user wants to leave, or when this thread is broken
    interrupt: called to stop a run that is no longer wanted
    """

    def __init__(self, path: str, board: Board, terminal: Terminal | None,
                 out: TextIO) -> None:
        self.trouble: BaseException | None = None
        self.end: Callable[[], None] = lambda: None
        self.interrupt: Callable[[], None] = lambda: None
        self._path = path
        self._board = board
        self._terminal = terminal
        self._out = out
        self._told: queue.SimpleQueue[Told] = queue.SimpleQueue()
        self._wake, self._wake_end = socket.socketpair()
        for side in (self._wake, self._wake_end):
            side.setblocking(False)
        self._stopped = False
        self._resized = False
        self._look_at = 0.0             # when to ask the engine to look
        self._first_heard = 0.0
        self._again_at = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._engine: Engine | None = None

    def start(self, engine: Engine) -> None:
        """Begin to listen and to draw."""
        self._engine = engine
        self._listener = Listener(self._path)
        self._board.how = self._listener.how
        self._listener.listen_to(folders_of(self._path))
        self._thread.start()

    def stop(self) -> None:
        """End the thread and show what was told last."""
        self._stopped = True
        self.wake()
        if self._thread.is_alive():
            self._thread.join(2.0)

    def tell(self, told: Told) -> None:
        """Take what the engine says; from the other thread."""
        self._told.put(told)
        self.wake()

    def wake(self) -> None:
        """Let the thread look around; from any thread or signal."""
        try:
            self._wake_end.send(b"!")
        except OSError:             # it is awake, or gone
            pass

    def redraw(self) -> None:
        """The window was changed; from a signal."""
        self._resized = True
        self.wake()

    def _run(self) -> None:
        try:
            with selectors.DefaultSelector() as selector:
                self._serve(selector)
        except BaseException as error:
            self.trouble = error
            self.end()
        finally:
            self._listener.close()

    def _serve(self, selector: selectors.BaseSelector) -> None:
        selector.register(self._wake, selectors.EVENT_READ)
        if self._terminal is not None:
            selector.register(self._terminal.fileno(), selectors.EVENT_READ)
        listening: int | None = None
        while not self._stopped:
            if listening != self._listener.fileno():
                if listening is not None:
                    selector.unregister(listening)
                listening = self._listener.fileno()
                if listening is not None:
                    selector.register(listening, selectors.EVENT_READ)
            self._show()
            ready = {key.fd for key, _ in selector.select(self._wait())}
            if self._wake.fileno() in ready:
                self._awake()
            if self._terminal is not None \
                    and self._terminal.fileno() in ready:
                self._press(self._terminal.keys())
            self._hear()
        self._take_all()

    def _wait(self) -> float:
        """Until something has to be done without being woken."""
        now = time.monotonic()
        wait = self._listener.seconds_to_wait()
        for moment in (self._look_at, self._again_at):
            if moment:
                wait = min(wait, moment - now)
        return max(wait, 0.0)

    def _awake(self) -> None:
        try:
            self._wake.recv(4096)
        except BlockingIOError:
            pass
        if self._resized and self._terminal is not None:
            self._resized = False
            self._terminal.forget()
        self._take_all()

    def _take_all(self) -> None:
        while True:
            try:
                self._take(self._told.get_nowait())
            except queue.Empty:
                return

    def _take(self, told: Told) -> None:
        board = self._board
        if told.scope:
            board.keep_only(told.scope)
            self._listener.listen_to(folders_of(self._path, told.places))
            board.how = self._listener.how
        if told.saved:
            board.expect(told.saved)
        for info in told.infos:
            if self._terminal is None and _is_news(
                    info, board.tasks.get(info.id)):
                self._out.write(verdict_line(info) + "\n")
            board.take(info)
        if self._terminal is None:
            self._out.flush()
        if told.busy is not None:
            board.busy = told.busy
        if told.note is not None:
            self._note(told.note)
        if told.look_again:
            self._again_at = time.monotonic() + told.look_again

    def _note(self, note: str) -> None:
        if self._terminal is None and note and note != self._board.note:
            self._out.write(f"{note}\n")
            self._out.flush()
        self._board.note = note

    def _hear(self) -> None:
        """Ask the engine to look once a save is over."""
        now = time.monotonic()
        if self._listener.heard():
            self._first_heard = self._first_heard or now
            self._look_at = min(now + QUIET_SECONDS,
                                self._first_heard + MOST_QUIET_SECONDS)
            if self._board.how != self._listener.how:
                self._board.how = self._listener.how
                self._note(f"Now {self._listener.how}.")
        due = [moment for moment in (self._look_at, self._again_at)
               if moment and moment <= now]
        if due:
            self._look_at = self._again_at = self._first_heard = 0.0
            self._ask("look")

    def _ask(self, request: str) -> None:
        assert self._engine is not None
        self._engine.requests.put(request)
        since = self._engine.busy_since
        if since and time.monotonic() - since > PATIENCE_SECONDS:
            self.interrupt()

    def _press(self, keys: str) -> None:
        if not keys:                    # the terminal is gone
            self._leave()
        for key in keys.lower():
            if key == "q":
                self._leave()
            elif key == "?":
                self._board.is_helping = not self._board.is_helping
            elif key == "n":
                found = self._board.select_next()
                self._note("" if found else "No task is failing.")
            elif key == "h":
                found = self._board.show_hint()
                self._note("" if found else "There is no further hint.")
            elif key == "a":
                self._note("Grading all tasks.")
                self._ask("all")
            if key in "nha":
                self._board.is_helping = False

    def _leave(self) -> None:
        self._stopped = True
        self.end()

    def _show(self) -> None:
        if self._terminal is not None:
            self._terminal.draw(frame(self._board, *self._terminal.size()))


def _is_news(info: TaskInfo, before: TaskInfo | None) -> bool:
    """Whether a verdict needs a line of its own where there is no screen."""
    if before is None:
        return info.status != "missing"
    # The same verdict once more, with a smaller case: it was told already.
    return (info.digest, info.status, info.points) != (
        before.digest, before.status, before.points)


def standard_streams() -> tuple[TextIO, TextIO]:
    """Input and output of the user."""
    return sys.stdin or open(os.devnull), sys.stdout
