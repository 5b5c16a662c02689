"""`grader watch` from its words to its end: threads, signals, sandboxes.

Whatever ends it (a key, Ctrl-C, a signal, an error of ours), the terminal is
given back, student processes are gone, and the last lines say where to go on.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from grader.course import Course
from grader.explaining.lesson import find_lesson
from grader.explaining.steps import hints_of, trouble_of
from grader.incremental import Asked
from grader.model import GraderError, Limits, UsageError
from grader.plain import clean
from grader.remembering import Memory
from grader.report.schema import TaskInfo
from grader.sandbox import Started, open_sandbox
from grader.watch.board import Board, Hints
from grader.watch.desk import Desk, standard_streams
from grader.watch.engine import Engine, Superseded
from grader.watch.signals import answering, comes_from
from grader.watch.terminal import Terminal, has_screen

MOST_TROUBLES = 3           # own faults within TROUBLE_SECONDS end it
TROUBLE_SECONDS = 20.0


def watch(asked: Asked, memory: Memory | None,
          started: Started | None = None) -> int:
    """Watch until the user leaves; gives the exit status."""
    if not os.path.exists(asked.path):
        from grader.task_words import no_such_path
        raise UsageError(no_such_path(asked.path, "watch"))
    course = Course(asked.tasks, asked.root, asked.policy)
    source, out = standard_streams()
    terminal = Terminal(source, out) if has_screen(source, out) else None
    board = Board(clean(_short(asked.path)), [file.id for file
                                              in course.files],
                  _hints(course, asked.path))
    desk = Desk(asked.path, board, terminal, out)
    engine = Engine(asked, course, memory, desk.tell)
    try:
        with answering(engine, desk, terminal):
            if terminal is not None:
                terminal.enter()
            desk.start(engine)
            _serve(asked, engine, desk, started)
    finally:
        desk.stop()
        if terminal is not None:
            terminal.leave()
    if desk.trouble is not None:
        raise desk.trouble
    out.write(_farewell(board))
    return 0


def _serve(asked: Asked, engine: Engine, desk: Desk,
           started: Started | None) -> None:
    """Sandbox after sandbox: one that was interrupted is not used again."""
    troubles: list[float] = []
    while True:
        try:
            with open_sandbox(Limits(), asked.jobs, asked.no_fork,
                              started=started) as sandbox:
                started = None
                sandbox.demand(asked.isolation)
                engine.serve(sandbox)
            return
        except BaseException as error:
            started = None
            if comes_from(error, Superseded):
                continue
            if not isinstance(error, GraderError):
                raise
            now = time.monotonic()
            troubles = [moment for moment in troubles
                        if moment > now - TROUBLE_SECONDS] + [now]
            if len(troubles) >= MOST_TROUBLES:
                raise
            engine.say(f"Grader error (ours): {error}")


def _hints(course: Course, path: str) -> Callable[[TaskInfo], Hints]:
    """All hints of a task, as `grader explain` gives them one by one."""
    files = {file.id: file for file in course.files}

    def of_task(info: TaskInfo) -> Hints:
        trouble = trouble_of(info)
        if trouble is None:
            return []
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        return list(hints_of(files[info.id], info, trouble,
                             find_lesson(info.id, (folder, os.curdir))))
    return of_task


def _short(path: str) -> str:
    """The path as the user thinks of it."""
    real, home = os.path.abspath(path), os.path.expanduser("~")
    if real.startswith(home + os.sep):
        return "~" + real[len(home):]
    return real


def _farewell(board: Board) -> str:
    ok, count = board.count("passed"), len(board.tasks)
    waiting = board.waiting()
    text = f"{ok} of {count} tasks ok"
    if waiting:
        text += f", {waiting} not graded yet"
    return f"{text}. `python3 grader` shows the whole report.\n"
