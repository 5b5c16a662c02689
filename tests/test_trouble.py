"""Exceptions of student code, told as plain text whatever they are."""

import sys
import types

import pytest
from hypothesis import given
from plain_values import TEXTS, generated

from grader.model import Limits
from grader.sandbox import wire
from grader.sandbox.trouble import MAX_LINE, TimeUp, describe_trouble

FILE = "8-task.py"
LIMITS = Limits(call_seconds=1.5, load_seconds=1.5)


def raised(source, file=FILE, **names):
    """The exception that this source raises, as from a student's file."""
    try:
        exec(compile(source, file, "exec", dont_inherit=True), dict(names))
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def describe(error, index=0):
    """The reply; it must be possible to send it."""
    reply = describe_trouble(index, error, FILE, LIMITS)
    sent, = wire.ReplyReader(index, index + 1).feed(wire.frame(reply))
    assert sent == reply
    return reply


@pytest.mark.parametrize("source, name, text", [
    ("1 / 0", "ZeroDivisionError", "division by zero"),
    ("[][3]", "IndexError", "list index out of range"),
    ("{}['key']", "KeyError", "'key'"),
    ("raise TypeError('matrix must be a list of lists')", "TypeError",
     "matrix must be a list of lists"),
    ("raise ValueError", "ValueError", ""),
    ("raise ValueError('a', 2)", "ValueError", "('a', 2)"),
    ("raise SystemExit(3)", "SystemExit", "3"),
    ("raise KeyboardInterrupt", "KeyboardInterrupt", ""),
    ("class Own(Exception): pass\nraise Own('x')", "Own", "x"),
    ("assert 1 == 2, 'no'", "AssertionError", "no"),
    ("import no_such_module", "ModuleNotFoundError",
     "No module named 'no_such_module'"),
    ("raise ExceptionGroup('g', [ValueError()])", "ExceptionGroup",
     "g (1 sub-exception)"),
])
def test_exception_is_told_by_its_type_and_text(source, name, text):
    reply = describe(raised(source))
    assert (reply.state, reply.error, reply.text) == ("exception", name,
                                                      text)


def test_reply_has_the_number_of_its_call():
    assert describe(ValueError(), 5).index == 5


# lines and traces

def test_line_is_the_innermost_one_of_the_students_file():
    error = raised("def f():\n    return g()\n\ndef g():\n"
                   "    return [][1]\n\nf()\n")
    reply = describe(error)
    assert reply.line == 5
    assert reply.trace == ((FILE, 7, "<module>"), (FILE, 2, "f"),
                           (FILE, 5, "g"))


def test_lines_of_libraries_are_left_out():
    error = raised("import json\njson.loads('{')\n")
    reply = describe(error)
    assert (reply.error, reply.line) == ("JSONDecodeError", 2)
    assert [file for file, _, _ in reply.trace] == [FILE]


def test_exception_from_outside_the_file_has_no_line():
    reply = describe(raised("1 / 0", file="other.py"))
    assert (reply.line, reply.trace) == (0, ())


def test_exception_that_was_never_raised_has_no_line():
    assert describe(ValueError("x")).line == 0


def test_deep_recursion_shows_both_ends_of_the_way():
    source = "def f(n):\n    return f(n + 1)\n\nf(0)\n"
    reply = describe(raised(source))
    assert reply.error == "RecursionError"
    assert len(reply.trace) == 12
    assert reply.trace[0] == (FILE, 4, "<module>")
    assert reply.trace[-1] == (FILE, 2, "f")


@pytest.mark.parametrize("source, line", [
    ("x = (\n", 1),
    ("x = 1\ny = = 2\n", 2),
    ("def f():\nreturn 1\n", 2),
    ("if 1:\n\tx = 1\n        y = 2\n", 3),
    ("return 5\n", 1),
    ("<<<<<<< HEAD\n", 1),
])
def test_syntax_error_of_the_file_is_told_with_its_line(source, line):
    reply = describe(raised(source))
    assert issubclass(getattr(sys.modules["builtins"], reply.error),
                      SyntaxError)
    assert reply.line == line
    assert reply.text and "8-task" not in reply.text


def test_syntax_error_of_another_text_is_told_where_it_was_asked_for():
    reply = describe(raised("x = 1\neval('1 +')\n"))
    assert (reply.error, reply.line) == ("SyntaxError", 2)


# hostile exceptions

HOSTILE = {
    "text that raises": "def __str__(self): raise ValueError('inner')",
    "text that ends the program": "def __str__(self): raise SystemExit(0)",
    "text that is no text": "def __str__(self): return 5",
    "text of its own kind": (
        "def __str__(self): return type('S', (str,), {'__getitem__': "
        "None, 'encode': None, '__str__': None})('text')"),
    "text with a lone surrogate": "def __str__(self): return '\\ud800'",
    "text without end": "def __str__(self): return 'x' * 10 ** 6",
    "class that lies": "__class__ = property(lambda self: 1 / 0)",
    "class that says it is another": "__class__ = SyntaxError",
    "traceback that raises": "__traceback__ = property(lambda self: 1 / 0)",
    "traceback of another": "__traceback__ = None",
    "attributes that raise": "def __getattribute__(self, name): 1 / 0",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("parent", ["Exception", "SyntaxError",
                                    "BaseException"])
def test_hostile_exception_is_told_with_its_true_line(body, parent):
    source = (f"class Hostile({parent}):\n    {body}\n\n"
              f"raise Hostile('words')\n")
    reply = describe(raised(source))
    assert (reply.state, reply.error) == ("exception", "Hostile")
    assert reply.line == 4
    assert type(reply.text) is str and len(reply.text) <= wire.MAX_TEXT


@pytest.mark.parametrize("body, text", [
    ("raise ValueError('inner')", "ValueError"),
    ("raise SystemExit(0)", "SystemExit"),
    ("return 5", "TypeError"),
])
def test_text_that_could_not_be_read_is_told_with_the_reason(body, text):
    source = f"class E(Exception):\n    def __str__(self): {body}\nraise E"
    assert describe(raised(source)).text == (
        f"its text could not be read: {text}")


def test_text_of_its_own_kind_becomes_a_plain_text():
    source = ("class S(str): pass\nclass E(Exception):\n"
              "    def __str__(self): return S('words')\nraise E")
    reply = describe(raised(source))
    assert type(reply.text) is str and reply.text == "words"


@pytest.mark.parametrize("details", [
    "('x', ('8-task.py', 10 ** 30, 1, ''))",
    "('x', ('8-task.py', -5, 1, ''))",
    "('x', ('8-task.py', 'three', 1, ''))",
    "('x', ('8-task.py', True, 1, ''))",
    "('x', (Odd(), 3, 1, ''))",
    "('x', (None, 3, 1, ''))",
    "(Odd(), ('8-task.py', 3, 1, ''))",
    "('\\ud800', ('8-task.py', 3, 1, ''))",
    "('x', ('\\ud800', 3, 1, ''))",
    "()",
])
def test_syntax_error_with_odd_details_is_told(details):
    odd = "class Odd:\n    def __eq__(self, other): 1 / 0\n"
    error = raised(f"{odd}try:\n    raise SyntaxError(*{details})\n"
                   f"except SyntaxError as error:\n    kept.append(error)\n"
                   f"raise ValueError\n", kept=(kept := []))
    assert type(error) is ValueError
    kept[0].__traceback__ = None        # as if the compiler had raised it
    reply = describe(kept[0])
    assert reply.error == "SyntaxError"
    assert 0 <= reply.line < MAX_LINE


def test_class_name_of_the_student_is_cut():
    error = type("E" * 1000, (Exception,), {})()
    assert describe(error).error == "E" * 200


def test_name_given_by_a_metaclass_is_not_believed():
    meta = type("Meta", (type,), {"__name__": property(lambda self: 1 / 0)})
    assert describe(meta("Real", (Exception,), {})()).error == "Real"


def test_function_name_with_a_lone_surrogate_can_be_sent():
    code = compile("1 / 0", FILE, "exec").replace(co_name="f\ud800")
    try:
        exec(code, {})
    except ZeroDivisionError as error:
        assert describe(error).trace == ((FILE, 1, "f\\ud800"),)


@given(TEXTS)
@generated
def test_any_text_of_an_exception_can_be_sent(text):
    reply = describe(ValueError(text))
    assert reply.text == text.encode("utf-8", "backslashreplace").decode()


# time-outs

def frame_in(file, line):
    """A frame that stands at a line of a file."""
    source = "\n" * (line - 1) + "import sys; frame = sys._getframe()"
    names = {}
    exec(compile(source, file, "exec"), names)
    return names["frame"]


def test_time_out_tells_the_line_that_was_running():
    reply = describe(TimeUp(frame_in(FILE, 6)), 2)
    assert (reply.state, reply.error, reply.line) == ("timeout", "timeout",
                                                      6)
    assert reply.text == "no answer after 1.5 seconds"


def test_time_out_inside_a_library_tells_the_line_that_called_it():
    names = {"frame_in": frame_in}
    exec(compile("\n\nframe = frame_in('library.py', 40)\n", FILE, "exec"),
         names)
    assert describe(TimeUp(names["frame"])).line == 3


@pytest.mark.parametrize("frame", [None, frame_in("library.py", 3)],
                         ids=["none", "library"])
def test_time_out_outside_of_the_file_has_no_line(frame):
    assert describe(TimeUp(frame)).line == 0


def test_exception_that_only_looks_like_the_clock_is_an_exception():
    fake = type("TimeUp", (TimeUp,), {})
    assert describe(fake(None)).state == "exception"


def test_clock_is_not_caught_by_except_exception():
    assert not issubclass(TimeUp, Exception)
    assert isinstance(TimeUp(None).frame, types.NoneType)
