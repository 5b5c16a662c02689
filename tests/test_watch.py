"""`grader watch` as a user meets it: in a terminal, and without one."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

import pytest
from source_tree import ROOT

TASK = "0x00-linear_algebra/2-size_me_please"
NEXT = "0x00-linear_algebra/3-flip_me_over"
WRONG = '''#!/usr/bin/env python3
"""Shape of nested lists."""


def matrix_shape(matrix):
    """Give the shape."""
    return [len(matrix)]
'''
LOOP = WRONG.replace("return", "while matrix:\n        pass\n    return")
PATIENCE = 60.0             # ends a broken test; no test waits so long
START = "import sys; from grader.cli import main; sys.exit(main())"
BROKEN_VIEW = """
import sys
import grader.watch.desk as desk
def broken(*words):
    raise ZeroDivisionError("the view is broken")
desk.frame = broken
from grader.cli import main
sys.exit(main())
"""
CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"


def environment(cache):
    kept = {name: value for name, value in os.environ.items()
            if name not in ("CI", "GRADER_NO_CACHE", "NO_COLOR")}
    return {**kept, "TERM": "xterm", "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}


class Session:
    """A program in a terminal of 80 columns and 24 rows."""

    def __init__(self, folder, cache, program=START):
        self.ours, self.theirs = pty.openpty()
        self.resize(80, 24)
        self.before = termios.tcgetattr(self.theirs)
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, "watch", str(folder)],
            stdin=self.theirs, stdout=self.theirs, stderr=self.theirs,
            env=environment(cache), start_new_session=True)
        self.said = ""

    def resize(self, columns, rows):
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds=0.05):
        """What comes within this time."""
        if select.select([self.ours], [], [], seconds)[0]:
            self.said += os.read(self.ours, 1 << 16).decode("utf-8",
                                                            "replace")

    def wait_for(self, *words):
        """Read until all words were drawn since the last time."""
        until = time.monotonic() + PATIENCE
        while True:
            plain = CONTROL.sub("", self.said)
            if all(word in plain for word in words):
                self.said = ""
                return plain
            if time.monotonic() > until:
                raise AssertionError(f"{words} never came:\n{plain[-3000:]}")
            self.read()

    def press(self, keys):
        os.write(self.ours, keys.encode())

    def end(self):
        """Wait for the end; gives the status and the last words."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self.read()
        self.read(0.2)
        return self.process.poll(), self.said

    def is_as_before(self):
        return termios.tcgetattr(self.theirs) == self.before

    def close(self):
        """End it gently, so that it leaves nothing behind."""
        if self.process.poll() is None:
            self.process.terminate()
            if self.end()[0] is None:
                self.process.kill()
        self.process.wait()
        os.close(self.ours)
        os.close(self.theirs)


@pytest.fixture
def folder(tmp_path):
    """A submission of two right tasks."""
    for task in (TASK, NEXT):
        path = tmp_path / "ada" / f"{task}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / f"{task}.py").read_bytes())
        path.chmod(0o755)
    return tmp_path / "ada"


@pytest.fixture
def start(tmp_path, folder):
    """Start sessions, and end them whatever happens."""
    sessions = []

    def begin(program=START):
        sessions.append(Session(folder, tmp_path / "cache", program))
        return sessions[-1]
    yield begin
    for session in sessions:
        session.close()


def save(folder, text, task=TASK):
    (folder / f"{task}.py").write_text(text)


def right(task=TASK):
    return (ROOT / f"{task}.py").read_text() + "# saved\n"


def test_verdict_comes_with_the_save_and_turns_with_the_repair(start,
                                                               folder):
    session = start()
    session.wait_for("2 / 24", "watching")
    save(folder, WRONG)
    seen = session.wait_for(f"failed  {TASK}", "expected:", "got:")
    assert "hint" in seen and "1 / 24" in seen
    save(folder, right())
    session.wait_for(f"ok      {TASK}   10 / 10", "2 / 24")


def test_q_ends_it_and_gives_the_terminal_back(start):
    session = start()
    session.wait_for("2 / 24")
    assert not session.is_as_before()
    session.press("q")
    status, said = session.end()
    assert status == 0 and session.is_as_before()
    assert LEAVE in said
    assert "2 of 70 tasks ok" in said.rpartition(LEAVE)[2]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM,
                                    signal.SIGHUP])
def test_signal_ends_it_and_gives_the_terminal_back(number, start, folder):
    session = start()
    session.wait_for("2 / 24")
    save(folder, LOOP)
    session.wait_for("grading 2-size_me_please")
    session.process.send_signal(number)
    status, said = session.end()
    assert (status, session.is_as_before()) == (0, True), said
    assert LEAVE in said


def test_q_does_not_wait_for_an_endless_loop(start, folder):
    session = start()
    session.wait_for("2 / 24")
    save(folder, LOOP)
    session.wait_for("grading 2-size_me_please")
    session.press("q")
    status, said = session.end()
    assert status == 0 and "refused" not in said


def test_new_save_takes_the_place_of_an_endless_loop(start, folder):
    session = start()
    session.wait_for("2 / 24")
    save(folder, LOOP)
    session.wait_for("grading 2-size_me_please")
    time.sleep(1.2)             # longer than a new save is patient with
    save(folder, right())
    session.wait_for(f"ok      {TASK}")


def test_fault_of_the_screen_gives_the_terminal_back(start):
    session = start(BROKEN_VIEW)
    status, said = session.end()
    assert status == 1 and session.is_as_before()
    assert "the view is broken" in said.rpartition(LEAVE)[2]


def test_terminal_that_goes_away_ends_it(start):
    session = start()
    session.wait_for("2 / 24")
    session.process.send_signal(signal.SIGHUP)
    assert session.end()[0] == 0


def test_keys_show_hints_the_next_failing_task_and_help(start, folder):
    save(folder, WRONG)
    save(folder, WRONG.replace("matrix_shape", "matrix_transpose"), NEXT)
    session = start()
    session.wait_for("2 failed", "press n")
    session.press("n")
    seen = session.wait_for(f"failed  {TASK}", "press h")
    assert "hint 1:" not in seen
    session.press("h")
    session.wait_for("hint 1:")
    session.press("n")
    session.wait_for(f"failed  {NEXT}")
    session.press("?")
    session.wait_for("shows one hint more")
    session.press("?")
    session.wait_for(f"failed  {NEXT}")


def test_a_grades_everything_again(start):
    session = start()
    session.wait_for("2 / 24", "watching")
    session.press("a")
    session.wait_for("grading", "2 / 24")


def test_progress_is_there_again_after_a_restart(start):
    first = start()
    first.wait_for("2 / 24", "watching")
    first.press("q")
    first.end()
    second = start()
    seen = second.wait_for("2 / 24", "watching")
    assert "grading 2-size" not in seen


def test_window_may_change_its_size(start):
    session = start()
    session.wait_for("2 / 24")
    session.resize(60, 12)
    session.process.send_signal(signal.SIGWINCH)
    session.wait_for("all tasks")
    session.resize(100, 30)
    session.process.send_signal(signal.SIGWINCH)
    session.wait_for("0x00-linear_algebra", "2 / 24")


def test_folder_may_go_and_come_back(start, folder):
    session = start()
    session.wait_for("2 / 24")
    folder.rename(folder.with_name("away"))
    session.wait_for("waiting until it is back")
    folder.with_name("away").rename(folder)
    time.sleep(0.1)
    save(folder, WRONG)
    session.wait_for(f"failed  {TASK}")


@pytest.fixture
def plain(tmp_path, folder):
    """Without a terminal; lines as they come."""
    process = subprocess.Popen(
        [sys.executable, "-c", START, "watch", str(folder), "--task", "2",
         "--task", "3"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        env=environment(tmp_path / "cache"), text=True)
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def line_with(process, word):
    """The next line that holds a word."""
    for line in process.stdout:
        if word in line:
            return line
    raise AssertionError(f"no line with {word}")


def test_without_a_terminal_each_verdict_is_a_plain_line(plain, folder):
    assert line_with(plain, TASK).startswith("ok ")
    save(folder, WRONG)
    line = line_with(plain, TASK)
    assert line.startswith("failed ") and "\x1b" not in line
    assert "expected" in line and "got" in line
    save(folder, right())
    assert line_with(plain, TASK).startswith("ok ")
    plain.send_signal(signal.SIGINT)
    assert "tasks ok" in plain.stdout.read()
    assert plain.wait(PATIENCE) == 0


def test_folder_that_is_not_there_is_wrong_usage(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", START, "watch", str(tmp_path / "nowhere")],
        env=environment(tmp_path), capture_output=True, text=True)
    assert run.returncode == 2
    assert "There is no" in run.stderr and ENTER not in run.stdout
