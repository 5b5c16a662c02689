"""Tasks that nobody has begun: one quiet line each, and the way to start."""

import ast
from io import StringIO
from types import SimpleNamespace

import pytest
from graded import RIGHT, Classroom
from small_course import CHECK, write_check

from grader.report.build import build_report
from grader.report.text import write_text
from grader.unwritten import unwritten

OTHER = "0x00-topic/1-other"
STUB = RIGHT.replace("return [2 * number for number in numbers]", "pass")


def is_unwritten(kind, text):
    """Whether a file of this kind, with the entry `f`, counts as empty."""
    file = SimpleNamespace(kind=kind, entry="f")
    tree = None if kind == "choice" else ast.parse(text)
    return bool(unwritten(file, tree, text.encode()))


@pytest.mark.parametrize("kind, text", [
    ("function", "def f(x):\n    '''Do.'''\n"),
    ("function", "import numpy\ndef f(x):\n    '''Do.'''\n    pass\n"),
    ("function", "def f(x):\n    ...\n"),
    ("figure", "def f():\n    '''Draw.'''\n    # Write.\n    pass\n"),
    ("class", "class f:\n    '''Be.'''\n    def a(self):\n        '''Do.'''\n"
              "    def b(self):\n        pass\n"),
    ("script", "a = [1]\nb = None  # Write your code here.\nprint(b)\n"),
    ("choice", ""), ("choice", " \n"),
])
def test_file_without_an_answer_is_unwritten(kind, text):
    assert is_unwritten(kind, text)


@pytest.mark.parametrize("kind, text", [
    ("function", "def f(x):\n    return None\n"),
    ("function", "def f(x):\n    '''Do.'''\n    'no'.upper()\n"),
    ("function", "def g(x):\n    pass\n"),
    ("function", "f = 1\n"), ("function", ""),
    ("class", "class f:\n    def a(self):\n        pass\n"
              "    def b(self):\n        return 1\n"),
    ("class", "class f:\n    pass\n"),
    ("class", "class f:\n    x = 1\n    def a(self):\n        pass\n"),
    ("script", "a = None\n"), ("script", "b = 1  # Write your code here.\n"),
    ("script", "b = 1  # Write your code here.\n"
               "c = None  # Write your code here.\n"),
    ("choice", "2\n"), ("choice", "\x00"),
])
def test_file_that_somebody_began_is_not(kind, text):
    assert not is_unwritten(kind, text)


@pytest.fixture
def room(tmp_path, sandbox):
    room = Classroom(tmp_path, sandbox)
    write_check(room.checks, CHECK, OTHER)
    return room


def text_of(room, verbose=False):
    out = StringIO()
    write_text(build_report(room.grade()), out, verbose)
    return out.getvalue()


def test_many_tasks_to_write_take_one_line_each(room):
    room.submit(STUB)
    room.submit(STUB, OTHER + ".py")
    lines = text_of(room).splitlines()
    assert [line.split()[:3] for line in lines[1:3]] == [
        ["to", "do", "0-double"], ["to", "do", "1-other"]]
    assert lines[4] == "2 tasks: 2 to do. 0 of 20 points."
    assert "Next: write 0x00-topic/0-double.py" in text_of(room)


def test_what_was_begun_comes_before_what_was_not(room):
    room.submit(STUB)
    room.submit(RIGHT.replace("2 *", "3 *"), OTHER + ".py")
    text = text_of(room)
    assert "2 tasks: 1 failed, 1 to do." in text
    assert "Next: repair 0x00-topic/1-other.py" in text


@pytest.mark.parametrize("ask", ["verbose", "alone"])
def test_whoever_asks_for_more_gets_the_checks_too(room, ask):
    room.submit(STUB)
    if ask == "verbose":
        room.submit(STUB, OTHER + ".py")
    else:
        (room.checks / f"{OTHER}.py").unlink()
    text = text_of(room, ask == "verbose")
    assert "remark: Nothing is written here yet." in text
    assert "expected: []" in text


def test_status_and_points_are_those_of_a_failed_task(room):
    room.submit(STUB)
    report = build_report(room.grade())
    assert (report.tasks[0].status, report.tasks[0].points) == ("failed", 0)
