"""Any bytes become a tree or a sentence, and nothing else happens."""

import ast
import warnings

import pytest

from grader import broken
from grader.parsing import is_main_guard, parse_source, walk_graded


def problem(text):
    data = text if isinstance(text, bytes) else text.encode()
    parsed = parse_source(data)
    assert parsed.tree is None
    assert parsed.problem.part == "output"
    # A sentence; below it the line of the student, and a `^`.
    assert all(line.isprintable()
               for line in parsed.problem.text.split("\n"))
    return parsed.problem


def remarks(text):
    parsed = parse_source(text.encode())
    assert parsed.problem is None
    return [(f.line, f.hint) for f in parsed.remarks]


@pytest.mark.parametrize("data", [
    b"", b"x = 1\n", b"x = 1", b"\xef\xbb\xbfx = 1\r\n", b"x = 1\ry = 2\r",
    "x = 'grüße'\n".encode(), "# coding: latin-1\nx = 'é'\n".encode("latin-1"),
    "# -*- coding: cp1252 -*-\nx = '€'\n".encode("cp1252"),
    b"#!/usr/bin/env python3\n# vim: set fileencoding=utf8 :\nx = 1\n",
])
def test_good_file_has_a_tree(data):
    parsed = parse_source(data)
    assert isinstance(parsed.tree, ast.Module)
    assert (parsed.problem, parsed.remarks) == (None, ())


# --- syntax

@pytest.mark.parametrize("text,line", [
    ("x = (1\n", 1),
    ("def f(x)\n    return x\n", 1),
    ("x = 1\nif a andall(b):\n    pass\n", 2),
    ("x = 1\n  y = 2\n", 2),
    ("if x:\n\ty = 1\n        z = 1\n", 3),
    ("x = 'abc\n", 1),
    ("def\n", 1),
    ("x = 1\n\n\ny = = 2\n", 4),
    ("return = 1\n", 1),
    ("x = 08\n", 1),
])
def test_syntax_error_names_its_line(text, line):
    found = problem(text)
    assert found.code in ("syntax", "old-python")
    assert found.line == line
    assert f"Line {line}" in found.text
    assert found.hint


def test_syntax_error_shows_the_line_of_the_student_and_the_place():
    assert problem("if a andall(b):\n  x\n").text.split("\n")[1:] == [
        "    if a andall(b):", "         ^"]


def test_long_broken_line_is_cut():
    found = problem("x = = " + "a" * 5000 + "\n")
    assert len(found.text) < 200


def test_place_far_right_in_a_long_line_stays_in_sight():
    _, line, mark = problem("x = [" + "1, " * 90 + "1 2]\n").text.split("\n")
    assert len(line) <= 79
    assert line[mark.index("^")] == "1"
    assert line.startswith("    ... ")


def test_mark_stands_below_its_letter_behind_escapes():
    _, line, mark = problem("x = '\x1b\x1b' = = 2\n").text.split("\n")
    assert line[mark.index("^")] in "='"


def test_wrong_indentation_shows_the_line_before_too():
    assert problem("x = 1\n\n  y = 2\n").text.split("\n")[1:] == [
        "    x = 1", "      y = 2"]


def test_tabs_between_blanks_are_made_visible():
    text = problem("if x:\n    y = 1\n\tz = 1\n").text
    assert "    \\tz = 1" in text.split("\n")
    assert "begin with tabs" in text


def test_broken_line_with_escapes_is_shown_harmless():
    assert "\\x1b[2J" in problem("x = = '\x1b[2J'\n").text


@pytest.mark.parametrize("text,line,mark", [
    ("x = 1\n<<<<<<< HEAD\ny = 1\n=======\ny = 2\n>>>>>>> other\n", 2,
     "<<<<<<<"),
    ("x = 1\ny = 2\n>>>>>>> 12ab34c\n", 3, ">>>>>>>"),
    ("<<<<<<<\r\ny = 1\r\n", 1, "<<<<<<<"),
])
def test_merge_conflict_is_called_by_its_name(text, line, mark):
    found = problem(text)
    assert found.code == "merge-conflict"
    assert found.line == line
    assert f"mark of a merge conflict (`{mark}`)" in found.text
    assert "`>>>>>>>`" in found.hint


def test_equal_signs_alone_are_a_conflict_where_python_stops():
    found = problem("x = 1\n=======\n")
    assert (found.code, found.line) == ("merge-conflict", 2)


def test_underlined_heading_is_not_blamed_for_another_error():
    found = problem('"""Title\n=======\n"""\nx = = 1\n')
    assert (found.code, found.line) == ("syntax", 4)


def test_line_of_equal_signs_in_a_text_is_no_conflict():
    data = b'"""Title\n=======\n<<<<<<< is a mark of git\n"""\n'
    assert parse_source(data).problem is None


@pytest.mark.parametrize("line,hint", [
    ("print 'hello'", "`print(...)`"),
    ("print x", "`print(...)`"),
    ("exec 'x = 1'", "`exec(...)`"),
    ("y = slice((*t))", "`f(*t)`"),
    ("try:\n    x\nexcept E, error:\n    y", "`except ValueError as"),
    ("x = 0777", "`0o17`"),
    ("raise ValueError, 'text'", "`raise ValueError("),
    ("if x <> y: pass", "`!=`"),
    ("async = 1", "rename it"),
    ("x = `y`", "`repr(x)`"),
    ("x = ur'a'", "Leave out the `u`"),
    ("x = 10L", "Leave out the `L`"),
])
def test_older_python_is_named_as_such(line, hint):
    found = problem("\n" + line + "\n")
    assert found.code == "old-python"
    assert "not valid in current Python" in found.text
    assert hint in found.hint
    assert found.line >= 2


# --- in the words of the first lessons

@pytest.mark.parametrize("text, words, hint", [
    ("def f(x)\n    pass\n", "a colon `:` is missing", "Write `:` at the"),
    ("if x:\n    a\nelse if y:\n    b\n", "`else if`", "Write `elif`."),
    ("def f(x) {\n  return 1\n}\n", "braces", "in place of the brace"),
    ("if x = 2:\n    y\n", "a single `=`", "Write `==`"),
    ("f(x) = 2\n", "nothing can be stored", "Left of `=`"),
    ("x = [1, 2\n", "the bracket `[` is never closed", "the missing `]`"),
    ("x = (1, 2]\n", "`]` closes what `(` has opened", "of its own kind"),
    ("x = 1)\n", "`)` closes a bracket that was never", "Delete it"),
    ("x = 'a\n", "a text begins here", "the closing quote"),
    ('x = """a\n', "a text in three quotes begins here", "three quotes"),
    ("x = 1\n  y = 2\n", "begins too far to the right", "below the line"),
    ("if x:\n    y\n  z\n", "where no line above", "the same column"),
    ("def f():\nx\n", "must begin further right", "4 blanks"),
    ("x = [1 2]\n", "a comma or a sign is missing", "Write `,`"),
    ("x = 2y\n", "`2x` is no product", "`2 * x`"),
    ("i = 0\ni++\n", "`++` and `--`", "`i += 1`"),
    ("if a && b:\n    c\n", "`&&` and `||`", "Write `and`"),
    ("if !a:\n    c\n", "`!` is not", "Write `not`"),
    ("lambda = 1\n", "a word of the language", "Choose another name"),
    ("x = 1\nelse:\n    y\n", "there is no `if`", "the same column"),
    ("try:\n    x\ny\n", "has no `except`", "except ValueError"),
    ("f(a=1, 2)\n", "follows one with a name", "come last"),
    ("def f(a=1, b):\n    pass\n", "follows one with a value", "come last"),
    ("x = 1 \\ 2\n", "the line must end", "Delete the `\\`"),
    ("x = '\\uXYZ'\n", "begins a code", "Write `\\\\`"),
    ("from 4-line_up import add\n", "begins with a digit", "into this file"),
    ("if a =< b:\n    c\n", "the other way round", "`<=`"),
    ("x = 1 +\n", "a value is missing at its end", "after the sign"),
    ("def (a):\n    pass\n", "its name is missing", "after `def`"),
])
def test_usual_slip_is_explained_in_plain_words(text, words, hint):
    found = problem(text)
    assert words in found.text
    assert hint in found.hint


@pytest.mark.parametrize("letter, words, hint", [
    ("\u201cabc\u201d", "a curved quotation mark", '`"`'),
    ("\u2018abc\u2019", "a curved quotation mark", "`'`"),
    ("1 \u2013 1", "a long dash", "`-`"),
    ("2 \u00d7 3", "a sign from a formula", "`*`"),
    ("2 \u2264 3", "a sign from a formula", "`<=`"),
    ("\u00a01", "a non-breaking space", "type it again"),
    ("1\u200b", "an invisible letter", "type them again"),
    ("f\uff081\uff09", "a wide letter", "`(`"),
    ("\u20ac", "`\u20ac` is no letter of Python", "Delete it"),
])
def test_letter_of_a_word_processor_is_named(letter, words, hint):
    found = problem(f"x = {letter}\n")
    assert words in found.text
    assert hint in found.hint


# --- something else than a program

@pytest.mark.parametrize("data, words, line", [
    (b"PK\x03\x04\x14\0", "a packed file or a document", 0),
    (b"%PDF-1.4\n\xe2\xe3", "a PDF document", 0),
    (b"{\\rtf1\\ansi def f(a):\\par}", "a word processor (RTF)", 0),
    (b"\xa7\r\r\n\0\0\0\0", "made for itself (`.pyc`)", 0),
    (b"\x89PNG\r\n\x1a\n\0", "a picture", 0),
    (b'{"cells": [], "nbformat": 4}', "a notebook (`.ipynb`)", 0),
    (b'\n {\n "cells": [{"source": ["x"]}],\n "nbformat": 4\n}\n',
     "a notebook (`.ipynb`)", 0),
    (b"<!DOCTYPE html>\n<html></html>\n", "a web page", 0),
    (b"x = 1\n>>> y = 2\n", "the prompt of Python's own window", 2),
    (b"x = 1\n... y = 2\n", "the prompt of Python's own window", 2),
    (b"In [3]: x = 1 +\n", "the prompt of a notebook", 1),
    (b"```python\nx = 1\n```\n", "three backticks", 1),
    (b"diff --git a/x b/x\n--- a/x\n", "a list of changes", 1),
    (b"Traceback (most recent call last):\n", "an error message", 1),
    (b"x = 1\n%matplotlib inline\n", "a command of a notebook", 2),
    (b"!pip install numpy\n", "a command of a notebook", 1),
    (b"x = 1\npip install numpy\n", "a command for the terminal", 2),
    (b"python3 8-main.py\n", "a command for the terminal", 1),
    (b"1  import math\n2\n3  x = 1\n", "line numbers were copied", 1),
    (b"7: import math\n8: y = 2\n9: x = 1\n", "line numbers", 1),
])
def test_what_is_no_program_is_called_by_its_name(data, words, line):
    found = problem(data)
    assert found.code == "not-python"
    assert words in found.text
    assert found.line == line
    assert found.hint


@pytest.mark.parametrize("text", [
    'x = """\n>>> f(1)\n2\n"""\n', "x = {'cells': 1}\n", "1\n2\n3\n",
    '"""1. First\n2. Second\n"""\n', "x = a@b\n", "pip = 1\n",
    "x = 5 % matplotlib\n", "...\n"])
def test_program_with_such_marks_in_it_is_a_program(text):
    assert parse_source(text.encode()).tree is not None


# --- bytes

@pytest.mark.parametrize("data,words,line", [
    (b"x = 1\ny = \0\n", "Line 2 holds a NUL byte", 2),
    (b"\0" * 100, "Line 1 holds a NUL byte", 1),
    ("x = 1\n".encode("utf-16"), "UTF-16", 0),
    ("x = 1\ny = 2\n".encode("utf-16-le"), "UTF-16", 0),
    ("x = 1\ny = 2\n".encode("utf-16-be"), "UTF-16", 0),
    ("x = 1\n\n\n# é\n".encode("latin-1"), "Line 4 holds a character", 4),
    ("# é\n".encode("latin-1"), "Line 1 holds a character", 1),
    (b"# coding: ascii\n# \xe9\n", "not saved as ASCII", 2),
    (b"# coding: nope\n", "unknown encoding: nope", 0),
    (b"# coding: utf-7\nx = 1\n", "the coding utf-7 is not supported", 0),
    (b"# coding: rot13\nk = 1\n", "the coding rot13 is not supported", 0),
    (b"\xef\xbb\xbf# coding: latin-1\n", "cannot be decoded", 0),
    (b"# \xed\xa0\x80\n", "Line 1 holds a character", 1),
])
def test_wrong_encoding_has_a_sentence(data, words, line):
    found = problem(data)
    assert found.code == "encoding"
    assert words in found.text
    assert found.line == line
    assert found.hint.startswith("Save")


@pytest.mark.parametrize("size,is_read", [(0, True), (1, False)])
def test_largest_file_that_is_parsed(size, is_read):
    data = b"#" * (broken.MOST_BYTES - 1 + size) + b"\n"
    parsed = parse_source(data)
    assert (parsed.tree is not None) is is_read
    if not is_read:
        assert parsed.problem.code == "too-large"


@pytest.mark.parametrize("text", [
    "(" * 5000 + "1" + ")" * 5000, "[" * 200 + "]" * 200, "{" * 50_000,
    "-" * 50_000 + "1", "not " * 20_000 + "1", "a" + ".a" * 40_000,
    "a" + "()" * 40_000, "a" + "[0]" * 30_000, "1+" * 45_000 + "1",
    "1**" * 30_000 + "1", "lambda:" * 14_000 + "1",
    "if 1:\n pass\n" + "elif 1:\n pass\n" * 7000,
])
def test_bottomless_nesting_is_refused_in_words(text):
    found = problem(text + "\n")
    assert found.code == "too-deep"
    assert "nested too deep" in found.text


def test_many_brackets_side_by_side_are_not_deep():
    assert parse_source(b"x = (1)\n" * 5000).tree is not None
    assert parse_source(b"x = ')))((('\n" * 500).tree is not None


@pytest.mark.parametrize("error", [ValueError("odd"), LookupError("odd")])
def test_odd_error_of_the_parser_is_a_problem(monkeypatch, error):
    def fail(*args):
        raise error

    monkeypatch.setattr(ast, "parse", fail)
    parsed = parse_source(b"x = 1\n")
    monkeypatch.undo()
    assert "odd" in parsed.problem.text


# --- warnings and remarks

@pytest.mark.parametrize("text,expected", [
    ("y = x is 0\n", [(1, "Write `==` here.")]),
    ("y = x is not 'a'\n", [(1, "Write `!=` here.")]),
    ("\ny = 0 is x\n", [(2, "Write `==` here.")]),
    ("y = x is -1\n", [(1, "Write `==` here.")]),
    ("y = x is []\n", [(1, "Write `==` here.")]),
    ("y = x is ()\n", [(1, "Write `==` here.")]),
    ("if __name__ is '__main__':\n    pass\n", [(1, "Write `==` here.")]),
    ("y = x is None or x is not None\n", []),
    ("y = x is True or x is ...\n", []),
    ("y = x is z\n", []),
    ("y = x == 0\n", []),
])
def test_identity_with_a_literal_is_remarked(text, expected):
    assert remarks(text) == expected


def test_remark_costs_nothing_and_belongs_to_style():
    remark, = parse_source(b"y = x is 0\n").remarks
    assert remark.remark
    assert remark.part == "style"
    assert remark.code == "is-literal"


def test_warnings_of_the_parser_reach_nobody(capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        for text in (b"x = '\\d'\n", b"y = x is 0\n", b"x = 1if y else 2\n",
                     b"assert (x, 'text')\n"):
            assert parse_source(text).tree is not None
    assert capfd.readouterr() == ("", "")


# --- the main guard

def guards(text):
    return [is_main_guard(node) for node in ast.parse(text).body]


@pytest.mark.parametrize("test,expected", [
    ("__name__ == '__main__'", True),
    ('__name__ is "__main__"', True),
    ("'__main__' == __name__", True),
    ("__name__ != '__main__'", False),
    ("__name__ == '__main__' or x", False),
    ("__name__ == '__main__' == f()", False),
    ("__name__ == 'main'", False),
    ("__name__", False),
    ("name == '__main__'", False),
    ("True", False),
])
def test_main_guard_in_all_its_spellings(test, expected):
    assert guards(f"if {test}:\n    pass\n") == [expected]


def numbers(text):
    return [node.value for node in walk_graded(ast.parse(text))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, int)]


@pytest.mark.parametrize("text,expected", [
    ("1\nif __name__ == '__main__':\n    2\n3\n", [1, 3]),
    # What stands under `else` runs when the grader imports the file.
    ("if __name__ == '__main__':\n    1\nelse:\n    2\n", [2]),
    ("if __name__ == '__main__':\n    1\nelif f():\n    2\n", [2]),
    ("def f():\n    if __name__ == '__main__':\n        1\n", [1]),
    ("if x:\n    if __name__ == '__main__':\n        1\n", [1]),
    # A file that calls itself __main__ would open its own guard.
    ("__name__ = '__main__'\nif __name__ == '__main__':\n    1\n", [1]),
    ("f(1, [2, (3, 4)])\n5\n", [1, 2, 3, 4, 5]),
])
def test_only_the_guarded_block_is_exempt(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize("line, found", [
    ("x is 0", True), ("x is not -1", True), ("0 is x", True),
    ("x is 'a'", True), ("x is b'a'", True), ("x is(1, 2)", True),
    ("[] is x", True), ("(1) is not x", True), ("'a' is x", True),
    ("x is .5", True), ("x is \\\n  5", True), ("1 if x is {} else 2", True),
    ("x is y", False), ("x is None", False), ("'x is y'", False),
])
def test_only_what_may_be_a_literal_is_looked_at(line, found):
    remarks = parse_source(f"y = {line}\n".encode()).remarks
    assert [remark.code for remark in remarks] == ["is-literal"] * found
