"""The parts of `grader watch`: hearing saves, the board, the picture."""

import io
import itertools
import os
import pty
import termios
import time

import pytest
from rich.cells import cell_len

from grader.report.schema import CheckInfo, FindingInfo, PartInfo, TaskInfo
from grader.watch import listening
from grader.watch.board import Board
from grader.watch.inotify import Inotify
from grader.watch.listening import Listener, folders_of, remote_kind
from grader.watch.polling import Sweep
from grader.watch.terminal import LEAVE_SCREEN, Terminal, has_screen
from grader.watch.view import frame, verdict_line

ONE, TWO, THREE = "0x00-a/0-one", "0x00-a/1-two", "0x01-b/0-three"


def wait_until(seen, seconds=5.0):
    """Whether it becomes true in time."""
    until = time.monotonic() + seconds
    while not (found := seen()) and time.monotonic() < until:
        time.sleep(0.01)
    return found


@pytest.fixture
def kernel(tmp_path):
    """The kernel tells of one folder."""
    made = Inotify()
    made.listen_to([str(tmp_path)])
    yield made
    made.close()


def write(folder):
    (folder / "new.py").write_text("x")


def rename(folder):
    (folder / "old.py").rename(folder / "older.py")


def append(folder):
    with open(folder / "old.py", "a", encoding="utf-8") as file:
        file.write("more")


def remove(folder):
    (folder / "old.py").unlink()


def change_mode(folder):
    (folder / "old.py").chmod(0o700)


def exchange(folder):
    (folder / ".old.swp").write_text("other")
    os.replace(folder / ".old.swp", folder / "old.py")


CHANGES = [write, rename, append, remove, change_mode, exchange]


@pytest.mark.parametrize("change", CHANGES)
def test_kernel_tells_of_every_way_to_save(change, kernel, tmp_path):
    (tmp_path / "old.py").write_text("old")
    kernel.drain()
    change(tmp_path)
    assert kernel.drain()
    assert not kernel.drain()


@pytest.mark.parametrize("change", CHANGES)
def test_looking_sees_every_way_to_save(change, tmp_path):
    (tmp_path / "old.py").write_text("old")
    sweep = Sweep()
    sweep.look_in([str(tmp_path)])
    assert not sweep.has_changed()
    change(tmp_path)
    assert sweep.has_changed()
    assert not sweep.has_changed()


def test_kernel_is_quiet_about_folders_that_are_no_longer_asked_for(
        kernel, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    assert kernel.listen_to([str(other)])
    kernel.drain()
    write(tmp_path)
    assert not kernel.drain()
    write(other)
    assert kernel.drain()


def test_folder_that_is_not_there_is_no_trouble(kernel, tmp_path):
    assert not kernel.listen_to([str(tmp_path), str(tmp_path / "nowhere")])
    write(tmp_path)
    assert kernel.drain()


def test_folder_that_came_back_is_listened_to_again(kernel, tmp_path):
    folder = tmp_path / "topic"
    folder.mkdir()
    kernel.listen_to([str(folder)])
    folder.rmdir()
    folder.mkdir()
    assert kernel.listen_to([str(folder)])
    kernel.drain()
    write(folder)
    assert kernel.drain()


def test_looking_notices_that_a_folder_goes_and_comes_back(tmp_path):
    folder = tmp_path / "topic"
    folder.mkdir()
    sweep = Sweep()
    sweep.look_in([str(folder)])
    folder.rmdir()
    assert sweep.has_changed()
    folder.mkdir()
    assert sweep.has_changed()


def test_hidden_files_are_not_looked_at(tmp_path):
    sweep = Sweep()
    sweep.look_in([str(tmp_path)])
    (tmp_path / ".swap").write_text("x")
    assert not sweep.has_changed()


def test_new_list_of_folders_is_no_change(tmp_path):
    write(tmp_path)
    sweep = Sweep()
    sweep.look_in([])
    sweep.look_in([str(tmp_path)])
    assert not sweep.has_changed()


MOUNTS = """21 1 254:0 / / rw - ext4 /dev/vda rw
30 21 0:40 / /home rw shared:1 - nfs4 server:/home rw
31 21 0:41 / /mnt/my\\040drive rw - cifs //server/drive rw
32 21 0:42 / /home/ada/local rw - xfs /dev/vdb rw
33 21 0:43 / /media/stick rw - fuseblk /dev/sdb1 rw
34 21 0:44 / /mnt/ssh rw - fuse.sshfs server: rw
broken line
35 21 0:45 / /host rw - 9p
"""


@pytest.mark.parametrize("path, kind", [
    ("/", ""), ("/tmp/x", ""), ("/home/ada", "nfs4"),
    ("/mnt/my drive/course", "cifs"), ("/home/ada/local/course", ""),
    ("/media/stick", ""), ("/mnt/ssh/a/b", "fuse.sshfs"),
    ("/homeless", ""), ("/host/c", "9p")])
def test_network_drives_are_known(path, kind, tmp_path):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert remote_kind(path, str(mounts)) == kind


def test_without_a_list_of_drives_all_are_disks(tmp_path):
    assert remote_kind("/home", str(tmp_path / "nothing")) == ""


def test_network_drive_is_looked_at_and_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr(listening, "remote_kind", lambda *words: "nfs4")
    listener = Listener(str(tmp_path))
    listener.listen_to([str(tmp_path)])
    assert listener.fileno() is None
    assert "nfs4" in listener.how
    write(tmp_path)
    assert wait_until(listener.heard)


def test_disk_is_told_of_by_the_kernel(tmp_path):
    listener = Listener(str(tmp_path))
    listener.listen_to([str(tmp_path)])
    assert listener.fileno() is not None
    assert listener.how == "watching"
    listener.heard()
    write(tmp_path)
    assert listener.heard()
    assert not listener.heard()
    listener.close()


class Silent:
    """A kernel that tells nothing, as for many shared folders."""

    def __init__(self):
        self.closed = False

    def fileno(self):
        return 99

    def listen_to(self, folders):
        return False

    def drain(self):
        return False

    def close(self):
        self.closed = True


def test_silent_drive_is_found_out_and_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr(listening, "Inotify", Silent)
    monkeypatch.setattr(listening, "SWEEP_SECONDS", 0.05)
    listener = Listener(str(tmp_path))
    listener.listen_to([str(tmp_path)])
    listener.heard()
    time.sleep(0.12)
    write(tmp_path)
    assert wait_until(listener.heard)
    assert listener.fileno() is None
    assert "not told" in listener.how


def test_system_without_watches_is_looked_at(tmp_path, monkeypatch):
    class Full(Silent):
        def listen_to(self, folders):
            raise OSError(28, "No space left on device")
    monkeypatch.setattr(listening, "Inotify", Full)
    listener = Listener(str(tmp_path))
    listener.listen_to([str(tmp_path)])
    assert listener.fileno() is None
    assert "no room" in listener.how


def test_other_systems_are_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    listener = Listener(str(tmp_path))
    assert listener.fileno() is None


def test_folders_of_tasks_are_listened_to_however_deep(tmp_path):
    deep = tmp_path / "course" / "math" / "0x00-a"
    deep.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "__pycache__").mkdir()
    found = folders_of(str(tmp_path), ["course/math/0x00-a/0-one.py"])
    assert found == [str(tmp_path), str(tmp_path / "course"),
                     str(tmp_path / "course" / "math"), str(deep)]


def test_for_one_file_its_folder_is_listened_to(tmp_path):
    write(tmp_path)
    assert folders_of(str(tmp_path / "new.py")) == [str(tmp_path)]


def info(task, status="passed", points=10.0, digest="0" * 64, **words):
    check = CheckInfo("call", "a call", "visible",
                      "passed" if status == "passed" else "failed",
                      points, 10.0, call="one(1)", expected="2",
                      got="3", difference="the value differs", hint="no")
    return TaskInfo(
        task, "title", task + ".py", digest, status, points, 10.0, 0.1,
        {"output": PartInfo(points, 10.0)}, [check], [], **words)


def make_board(hints=()):
    board = Board("~/course", [ONE, TWO, THREE], lambda info: list(hints))
    board.how = "watching"
    return board


def test_saved_task_comes_into_view():
    board = make_board()
    board.take(info(ONE))
    assert board.selected == ""
    board.expect([TWO])
    board.take(info(TWO))
    assert board.selected == TWO


@pytest.mark.parametrize("order", list(itertools.permutations(
    [info(ONE), info(TWO, "failed", 0.0), info(THREE)])))
def test_of_many_saved_tasks_one_that_failed_is_shown(order):
    board = make_board()
    board.take(info(ONE, "failed", 0.0))
    board.select(ONE)
    board.expect([ONE, TWO, THREE])
    for one in order:
        board.take(one)
    assert board.selected == TWO


def test_failed_task_in_view_stays_when_it_was_saved_too():
    board = make_board()
    board.select(TWO)
    board.expect([ONE, TWO])
    board.take(info(TWO, "failed", 0.0))
    board.take(info(ONE, "failed", 0.0))
    assert board.selected == TWO


def test_result_of_a_task_that_was_not_saved_takes_nobody_away():
    board = make_board()
    board.select(TWO)
    board.take(info(ONE, "failed", 0.0))
    assert board.selected == TWO


def test_next_failing_goes_round_and_then_to_the_missing():
    board = make_board()
    assert not board.select_next()
    board.take(info(ONE, "failed", 0.0))
    board.take(info(TWO, "missing", 0.0))
    board.take(info(THREE, "refused", 0.0))
    seen = []
    for _ in range(3):
        assert board.select_next()
        seen.append(board.selected)
    assert seen == [ONE, THREE, ONE]
    board.take(info(ONE))
    board.take(info(THREE))
    assert board.select_next() and board.selected == TWO


def test_hints_come_one_by_one_and_begin_anew_with_a_new_result():
    board = make_board([("first",), ("second", "more")])
    board.take(info(ONE, "failed", 0.0))
    board.select(ONE)
    assert board.hints() == [] and board.hints_left() == 2
    assert board.show_hint() and board.show_hint()
    assert not board.show_hint()
    assert board.hints() == [("first",), ("second", "more")]
    board.take(info(ONE, "failed", 1.0, digest="1" * 64))
    assert board.hints() == [] and board.hints_left() == 2


def test_hints_stay_when_a_smaller_case_comes_for_the_same_file():
    board = make_board([("first",), ("second",)])
    board.take(info(ONE, "failed", 0.0))
    board.select(ONE)
    board.show_hint()
    board.take(info(ONE, "failed", 0.0))
    assert board.hints() == [("first",)]


def test_without_a_task_in_view_there_is_no_hint():
    board = make_board([("first",)])
    assert not board.show_hint()
    board.select(ONE)
    assert not board.show_hint()


def test_tasks_out_of_scope_leave_the_board():
    board = make_board()
    board.take(info(ONE))
    board.keep_only([ONE, THREE])
    assert list(board.tasks) == [ONE, THREE]
    assert board.count("passed") == 1 and board.waiting() == 1


def words_of(lines):
    return "\n".join("".join(text for text, _ in line) for line in lines)


def crowded():
    board = make_board([("read this " * 30,), ("work it out " * 40,)])
    finding = FindingInfo("style", "E501", "line too long " * 10, "cut", 3,
                          80, 0.5)
    for task in (ONE, TWO, THREE):
        board.take(info(task, "failed", 2.0))
    board.tasks[TWO] = info(TWO, "failed", 2.0)
    broken = info(ONE, "failed", 2.0)
    board.tasks[ONE] = TaskInfo(**{
        **{name: getattr(broken, name) for name in
           broken.__struct_fields__}, "findings": [finding] * 9})
    board.select(ONE)
    board.note = "日本語 " * 30
    board.title = "/a/very/long/path" * 9
    return board


SIZES = [(80, 24), (20, 4), (40, 10), (60, 15), (200, 60), (79, 16), (25, 6)]


@pytest.mark.parametrize("columns, rows", SIZES)
@pytest.mark.parametrize("state", ["empty", "crowded", "hints", "help",
                                   "busy"])
def test_picture_has_the_size_of_the_window(columns, rows, state):
    board = make_board() if state == "empty" else crowded()
    if state == "hints":
        board.show_hint()
        board.show_hint()
    board.is_helping = state == "help"
    board.busy = (ONE, TWO) if state == "busy" else ()
    lines = frame(board, columns, rows)
    assert len(lines) == rows
    assert max(cell_len(words_of([line])) for line in lines) <= columns


def test_picture_shows_call_answers_and_points_but_no_hint():
    board = make_board([("think of the sum",)])
    board.take(info(ONE, "failed", 2.5))
    board.select(ONE)
    said = words_of(frame(board, 80, 24))
    for word in ("failed", ONE, "2.5 / 10", "one(1)", "expected: 2",
                 "got:      3", "1 hint left: press h", "q quit"):
        assert word in said
    assert "think of the sum" not in said
    board.show_hint()
    said = words_of(frame(board, 80, 24))
    assert "hint 1: think of the sum" in said and "hint left" not in said


def test_newest_hint_stays_in_view_when_there_is_little_room():
    board = crowded()
    board.hints()
    board.show_hint()
    board.show_hint()
    said = words_of(frame(board, 80, 24))
    assert "hint 2: work it out" in said and "failed" in said


def test_what_does_not_fit_is_said():
    said = words_of(frame(crowded(), 80, 24))
    assert "more lines: make the window larger" in said


def test_bars_show_progress_of_each_topic():
    board = make_board()
    board.take(info(ONE))
    board.take(info(TWO, "failed", 0.0))
    bars = words_of(frame(board, 80, 24)).splitlines()[1:3]
    assert "0x00-a" in bars[0] and "1 / 2" in bars[0]
    assert bars[0].count("█") == bars[0].count("▒") > 5
    assert "0 / 1" in bars[1] and "1 to grade" in bars[1]
    assert "all tasks" in words_of(frame(board, 80, 12))


def test_right_task_leads_on_to_the_next_one():
    board = make_board()
    board.take(info(ONE))
    board.select(ONE)
    assert "grade the others" in words_of(frame(board, 80, 24))
    board.take(info(TWO, "missing", 0.0))
    assert "next task to write" in words_of(frame(board, 80, 24))
    board.take(info(THREE, "failed", 0.0))
    assert "next failing task" in words_of(frame(board, 80, 24))
    for task in (TWO, THREE):
        board.take(info(task))
    assert "nothing left to repair" in words_of(frame(board, 80, 24))


def test_first_picture_says_what_to_do():
    board = make_board()
    assert "Save a task file" in words_of(frame(board, 80, 24))
    assert "press a to grade all" in words_of(frame(board, 80, 24))
    board.take(info(ONE, "failed", 0.0))
    assert "1 task with lost points" in words_of(frame(board, 80, 24))


def test_missing_task_says_what_is_missing():
    board = make_board()
    board.take(info(ONE, "missing", 0.0, stop="No file `one.py` was found."))
    board.select(ONE)
    assert "No file `one.py`" in words_of(frame(board, 80, 24))


@pytest.mark.parametrize("status, word", [
    ("passed", "ok"), ("failed", "failed"), ("missing", "missing"),
    ("grader_error", "not counted")])
def test_verdict_without_a_screen_is_one_line(status, word):
    line = verdict_line(info(ONE, status, 0.0))
    assert word in line and ONE in line and "\n" not in line


def test_verdict_line_of_a_failure_says_why():
    assert "one(1): expected 2, got 3" in verdict_line(
        info(ONE, "failed", 0.0))


class End:
    """One end of a terminal, as a stream that knows its number."""

    encoding = "utf-8"

    def __init__(self, number):
        self.number = number

    def fileno(self):
        return self.number


@pytest.fixture
def line():
    """Both ends of a terminal."""
    ours, theirs = pty.openpty()
    yield ours, End(theirs)
    os.close(ours)
    os.close(theirs)


def read_until_left(number):
    """All that was drawn; it comes in pieces."""
    said = b""
    while not said.endswith(LEAVE_SCREEN.encode()):
        said += os.read(number, 4096)
    return said


def test_terminal_is_given_back_as_it_was(line, monkeypatch):
    ours, stream = line
    monkeypatch.setenv("TERM", "xterm")
    assert has_screen(stream, stream)
    before = termios.tcgetattr(ours)
    terminal = Terminal(stream, stream)
    terminal.enter()
    assert termios.tcgetattr(ours) != before
    terminal.draw([[("ok", "green")], []])
    terminal.leave()
    terminal.leave()
    assert termios.tcgetattr(ours) == before
    said = read_until_left(ours).decode()
    assert said.count(LEAVE_SCREEN) == 1 and said.endswith(LEAVE_SCREEN)
    assert "\x1b[32mok\x1b[0m" in said


def test_same_picture_is_drawn_once(line):
    ours, stream = line
    terminal = Terminal(stream, stream)
    terminal.enter()
    for _ in range(3):
        terminal.draw([[("verdict", "")]])
    terminal.forget()
    terminal.draw([[("verdict", "")]])
    terminal.leave()
    assert read_until_left(ours).count(b"verdict") == 2


def test_nothing_is_drawn_after_the_end(line):
    ours, stream = line
    terminal = Terminal(stream, stream)
    terminal.enter()
    terminal.leave()
    read_until_left(ours)
    terminal.draw([[("late", "")]])
    terminal.enter()
    terminal.leave()
    assert b"late" not in read_until_left(ours)


def test_colour_can_be_refused(line, monkeypatch):
    ours, stream = line
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal(stream, stream)
    terminal.enter()
    terminal.draw([[("ok", "bold green")]])
    terminal.leave()
    said = read_until_left(ours)
    assert b"\x1b[32" not in said and b"\x1b[1mok" in said


@pytest.mark.parametrize("sent, keys", [
    (b"n", "n"), (b"nh", "nh"), (b"\x1b[A", " "), (b"\x1b", " "),
    (b"\xff", " ")])
def test_keys_come_at_once_and_arrows_are_none(sent, keys, line):
    ours, stream = line
    terminal = Terminal(stream, stream)
    terminal.enter()
    os.write(ours, sent)
    assert terminal.keys() == keys
    terminal.leave()


def test_file_is_no_screen(tmp_path, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    with open(tmp_path / "out", "w+", encoding="utf-8") as file:
        assert not has_screen(file, file)
    assert not has_screen(io.StringIO(), io.StringIO())


def test_dumb_terminal_is_no_screen(line, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert not has_screen(line[1], line[1])
