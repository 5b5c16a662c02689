"""Signals while watching: Ctrl-C, the end, a new save, the window, Ctrl-Z.

Handlers run in the main thread, between any two of its steps. What leaves or
gives way does so as an exception, and only while student code runs; else a
request is enough.
"""

from __future__ import annotations

import _thread
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from grader.watch.desk import Desk
from grader.watch.engine import Engine, Superseded
from grader.watch.terminal import Terminal

Handler = Callable[[int, FrameType | None], None]


class Left(BaseException):
    """The user wants to leave while something runs."""


@contextmanager
def answering(engine: Engine, desk: Desk, terminal: Terminal | None
              ) -> Iterator[None]:
    """Answer all signals inside; Ctrl-C and the like end it in peace."""
    wanted = _handlers(engine, desk)
    if terminal is not None:
        wanted["SIGTSTP"] = _suspender(desk, terminal)
    before: dict[int, Any] = {}
    for name, handler in wanted.items():
        number = getattr(signal, name, None)
        if number is not None:          # Windows has only some of them
            before[number] = signal.signal(number, handler)
    desk.end = lambda: send("SIGINT")
    desk.interrupt = lambda: send("SIGUSR1")
    try:
        yield
    except BaseException as error:
        if not comes_from(error, Left):
            raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _handlers(engine: Engine, desk: Desk) -> dict[str, Handler]:
    """What to do at each signal, by its name."""
    def leave(number: int, frame: FrameType | None) -> None:
        engine.requests.put("stop")
        if engine.busy_since:
            engine.busy_since = 0.0     # once: what follows is cleaning up
            raise Left

    def give_way(number: int, frame: FrameType | None) -> None:
        if engine.busy_since:
            engine.busy_since = 0.0
            raise Superseded

    def resized(number: int, frame: FrameType | None) -> None:
        desk.redraw()
    return {"SIGINT": leave, "SIGTERM": leave, "SIGHUP": leave,
            "SIGUSR1": give_way, "SIGWINCH": resized}


def _suspender(desk: Desk, terminal: Terminal) -> Handler:
    """Ctrl-Z gives the terminal back until the user returns."""
    def suspend(number: int, frame: FrameType | None) -> None:
        terminal.leave()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, suspend)
        terminal.enter()
        desk.redraw()
    return suspend


def comes_from(error: BaseException | None,
               kind: type[BaseException]) -> bool:
    """Whether it is of this kind, or happened while one was on its way.

    A signal may arrive between any two steps of the sandbox, which then
    stumbles while it cleans up. It is closed after that and not used again.
    """
    while error is not None and not isinstance(error, kind):
        error = error.__cause__ or error.__context__
    return error is not None


def send(name: str) -> None:
    """To the main thread, which alone runs handlers and may be waiting."""
    number = getattr(signal, name, None)
    if number is not None and hasattr(signal, "pthread_kill"):
        ident = threading.main_thread().ident
        assert ident is not None
        signal.pthread_kill(ident, number)
    elif name == "SIGINT":
        _thread.interrupt_main()
