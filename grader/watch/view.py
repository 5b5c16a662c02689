"""The board as lines of text and colour, for a screen of any size.

Pure: no terminal, no clock. Every line fits the width, and there are never
more lines than the screen has. Texts of students were made harmless when the
record was made.
"""

from __future__ import annotations

import textwrap

import msgspec
from rich.cells import cell_len, set_cell_size

from grader.report.details import INDENT, details
from grader.report.schema import TaskInfo
from grader.report.text import COLOURS, word_of
from grader.report.visible import score_words
from grader.watch.board import Board

Segment = tuple[str, str]       # text, style
Line = list[Segment]
BAR = 24
NAME = 31
LEAST_ROWS_FOR_TOPICS = 16
KEYS = (("n", "next failing"), ("h", "hint"), ("a", "grade all"),
        ("q", "quit"), ("?", "help"))
HELP = (
    "Edit a task file and save it: it is graded at once, and",
    "the result stands here. Nothing is handed in, and you",
    "can save as often as you like.",
    "",
    "n  shows the next task that is not right yet",
    "h  shows one hint more about the task in view",
    "a  grades all tasks again, figures too",
    "q  ends, and gives your terminal back",
    "?  shows this page and takes it away again",
    "",
    "The bars count tasks that have all their points. What",
    "you have done is kept: next time the bars are where they",
    "are now.",
)


def frame(board: Board, columns: int, rows: int) -> list[Line]:
    """The whole screen, exactly `rows` lines."""
    head = _head(board, columns)
    foot = [_note(board, columns), _keys(columns)] if rows > 4 else []
    top = [head, *_progress(board, columns, rows)]
    room = rows - len(top) - len(foot)
    body = _help() if board.is_helping else _body(board, columns)
    body = _cut(body, max(room, 0), _last_hint(body, board))
    body += [[] for _ in range(room - len(body))]
    return [_fitted(line, columns) for line in (top + body + foot)[:rows]]


def _cut(body: list[Line], room: int, hint: int) -> list[Line]:
    """So many lines at most.

    hint: where the newest hint begins, 0 for none; it stays in view
    """
    if len(body) <= room:
        return body
    if hint and room > 6:
        newest = body[hint:hint + room - 3]
        return [*body[:room - 1 - len(newest)], [("   ...", "dim")],
                *newest]
    more = len(body) - room + 1
    return [*body[:max(room - 1, 0)], [(
        f" ... {more} more line{'s' * (more != 1)}: make the window larger",
        "dim")]][:room]


def _last_hint(body: list[Line], board: Board) -> int:
    if board.is_helping or not board.shown_hints:
        return 0
    start = f" hint {board.shown_hints}: "
    return next((place for place, line in enumerate(body)
                 if line and line[0][0].startswith(start)), 0)


def _head(board: Board, columns: int) -> Line:
    right = board.how
    if board.busy:
        right = "grading " + (
            board.busy[0].partition("/")[2] if len(board.busy) == 1
            else f"{len(board.busy)} tasks") + " ..."
    left = " grader watch "
    room = columns - cell_len(left) - cell_len(right) - 2
    title = board.title
    if cell_len(title) > room:
        title = "..." + title[-max(room - 3, 0):] if room > 3 else ""
    gap = max(1, columns - 1 - cell_len(left + title + right))
    return [(left, "bold"), (title, ""), (" " * gap, ""), (right, "dim")]


def _progress(board: Board, columns: int, rows: int) -> list[Line]:
    """A bar for each topic, or one for all when there is little room."""
    topics = board.topics()
    if rows < LEAST_ROWS_FOR_TOPICS + len(topics) - 5 or columns < 50:
        topics = {"all tasks": list(board.tasks.values())}
    return [_bar(name, infos, columns) for name, infos in topics.items()]


def _bar(name: str, infos: list[TaskInfo | None], columns: int) -> Line:
    most = len(infos)
    ok = sum(info is not None and info.status == "passed" for info in infos)
    failed = sum(info is not None and info.status in (
        "failed", "refused", "grader_error") for info in infos)
    waiting = sum(info is None for info in infos)
    place = min(NAME, columns // 2)
    width = min(BAR, max(4, columns - place - 33))
    full = width * ok // most if most else 0
    red = min(width - full, -(-width * failed // most) if most else 0)
    words = []
    if failed:
        words.append(f"{failed} failed")
    if waiting:
        words.append(f"{waiting} to grade")
    return [(f" {set_cell_size(name, place)}", ""),
            ("█" * full, "green"), ("▒" * red, "red"),
            ("░" * (width - full - red), "dim"),
            (f" {ok:>3} / {most:<3}", ""), (", ".join(words), "dim")]


def _body(board: Board, columns: int) -> list[Line]:
    rule: Line = [("─" * columns, "dim")]
    info = board.info
    if info is None:
        return [rule, *_welcome(board)]
    word = word_of(info)
    score = score_words(info)
    lines: list[Line] = [rule, [
        (f" {word:<8}", f"bold {COLOURS[word]}"), (info.id, "bold"),
        (f"   {score}", ""), (f"   {info.seconds:.2f} s", "dim")]]
    if info.status == "passed" and not info.findings:
        return lines + [[], [(" All points. " if info.max_points else
                              " All visible checks. ", "green"),
                             _what_next(board)]]
    for text, _ in details(_without_hints(info), info.status == "missing"):
        lines += [[(part, "")] for part in _rewrapped(text, columns)]
    for index, step in enumerate(board.hints()):
        for place, text in enumerate(step):
            start = f" hint {index + 1}: " if not place else " " * 9
            lines += [[(part, "cyan")] for part in textwrap.wrap(
                text, max(columns - 1, 20), initial_indent=start,
                subsequent_indent=" " * 9, break_on_hyphens=False)]
    if board.hints_left():
        lines.append([(f" {board.hints_left()} hint"
                       f"{'s' * (board.hints_left() != 1)} left: press h",
                       "dim")])
    return lines


def _without_hints(info: TaskInfo) -> TaskInfo:
    """They are shown one by one, when they are asked for."""
    if info.status == "passed":
        return info             # remarks: they tell no answer
    return msgspec.structs.replace(
        info, checks=[msgspec.structs.replace(check, hint="")
                      for check in info.checks],
        findings=[msgspec.structs.replace(finding, hint="")
                  for finding in info.findings])


def _rewrapped(text: str, columns: int) -> list[str]:
    """A line of the report, moved to the left and made to fit."""
    inside = text.removeprefix(INDENT)
    indent = len(inside) - len(inside.lstrip(" "))
    return textwrap.wrap(
        inside.lstrip(" "), max(columns - 1, 20),
        initial_indent=" " * (indent + 3),
        subsequent_indent=" " * (indent + 5), break_on_hyphens=False) or [""]


def _welcome(board: Board) -> list[Line]:
    waiting = board.waiting()
    lines: list[Line] = [[], [(" Save a task file: its result appears here.",
                               "")]]
    failed = board.count("failed", "refused")
    if failed:
        lines.append([(f" {failed} task{'s' * (failed != 1)} with lost "
                       f"points: press n to see the first one.", "")])
    if waiting and not board.busy:
        lines.append([(f" {waiting} task{'s' * (waiting != 1)} not graded "
                       f"yet: press a to grade all.", "")])
    if not waiting and not failed and board.count("missing"):
        lines.append([(f" {board.count('missing')} not written yet: press n "
                       f"to see the first one.", "")])
    return lines


def _what_next(board: Board) -> Segment:
    if board.count("failed", "refused"):
        return "Press n for the next failing task.", ""
    if board.count("missing"):
        return "Press n for the next task to write.", ""
    if board.waiting():
        return "Press a to grade the others.", ""
    return "There is nothing left to repair.", ""


def _help() -> list[Line]:
    return [[], *([(f"  {text}", "")] for text in HELP)]


def _note(board: Board, columns: int) -> Line:
    return [(f" {board.note}" if board.note else "", "yellow")]


def _keys(columns: int) -> Line:
    line: Line = [(" ", "")]
    for key, word in KEYS:
        line += [(key, "bold"), (f" {word}   ", "dim")]
    return line


def _fitted(line: Line, columns: int) -> Line:
    """The line cut to the width of the screen, in cells."""
    room, fitted = columns, []
    for text, style in line:
        if cell_len(text) > room:
            text = set_cell_size(text, max(room, 0))
        room -= cell_len(text)
        fitted.append((text, style))
    return fitted


def verdict_line(info: TaskInfo) -> str:
    """One verdict where there is no screen: plain, on one line."""
    word = word_of(info)
    score = score_words(info)
    line = f"{word:<8} {info.id:<46} {score:>12}"
    lost = [check for check in info.checks if check.status != "passed"]
    shown = next((check for check in lost if check.got), None)
    if shown is None:
        return line
    reason = f"{shown.call}: expected {shown.expected}, got {shown.got}"
    return f"{line}  {textwrap.shorten(' '.join(reason.split()), 110)}"
