"""An exception in student code -> a Reply that tells it as plain text.

Everything is read defensively: an exception may have a `__str__` that loops,
lies or raises. One that loops is stopped by the parent's clock.
"""

from __future__ import annotations

import types

from grader.model import Limits
from grader.sandbox.wire import MAX_TEXT, Reply

SYNTAX_ERRORS = (SyntaxError, IndentationError, TabError)
MAX_LINE = 10 ** 6

_type_name = type.__dict__["__name__"].__get__
_traceback = BaseException.__dict__["__traceback__"].__get__


class TimeUp(BaseException):
    """Raised by the clock inside the code that took too long."""

    def __init__(self, frame: types.FrameType | None) -> None:
        super().__init__()
        self.frame = frame


def describe_trouble(index: int, error: BaseException, file: str,
                     limits: Limits) -> Reply:
    """The Reply for a call that raised."""
    if type(error) is TimeUp:
        return Reply(index, "timeout", line=_line_of(error.frame, file),
                     error="timeout",
                     text=f"no answer after "
                          f"{limits.seconds_for(index):g} seconds")
    trace = _trace(error, file)
    line = trace[-1][1] if trace else _syntax_line(error, file)
    return Reply(index, "exception", error=_name(error),
                 text=_message(error), line=line, trace=trace)


def _name(error: BaseException) -> str:
    return _plain(_type_name(type(error)), 200)


def _plain(text: str, most: int) -> str:
    """The start of a text, without characters that cannot be sent."""
    return str.__str__(text)[:most].encode(
        "utf-8", "backslashreplace").decode()


def _message(error: BaseException) -> str:
    if type(error) in SYNTAX_ERRORS and isinstance(error, SyntaxError) \
            and type(error.msg) is str:     # else it may be any object
        return _plain(error.msg, MAX_TEXT)
    try:
        return _plain(str(error), MAX_TEXT)
    except BaseException as second:     # a __str__ of the student's own
        return f"its text could not be read: {_name(second)}"


def _line_of(frame: types.FrameType | None, file: str) -> int:
    """The innermost line of the student's file that was running."""
    while frame is not None:
        if frame.f_code.co_filename == file:
            return frame.f_lineno
        frame = frame.f_back
    return 0


def _trace(error: BaseException,
           file: str) -> tuple[tuple[str, int, str], ...]:
    """(file, line, function) of the student's own lines, at most twelve."""
    lines: list[tuple[str, int, str]] = []
    step: types.TracebackType | None = _traceback(error)
    while step is not None and len(lines) < 2000:
        code = step.tb_frame.f_code
        if code.co_filename == file:
            lines.append((file, step.tb_lineno or 0,
                          _plain(code.co_name, 100)))
        step = step.tb_next
    return tuple(lines[:6] + lines[6:][-6:])


def _syntax_line(error: BaseException, file: str) -> int:
    # By exact type: a class of the student's own may do anything here.
    if type(error) not in SYNTAX_ERRORS or not isinstance(error, SyntaxError):
        return 0
    if type(error.filename) is not str or error.filename != file \
            or type(error.lineno) is not int:
        return 0
    return error.lineno if 0 < error.lineno < MAX_LINE else 0
