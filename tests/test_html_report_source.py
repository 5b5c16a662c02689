"""A file on the page, its colours, its findings; expected against got."""

import pytest
from graded import RIGHT, WRONG
from html_reader import read_page
from hypothesis import given, settings
from hypothesis import strategies as st
from small_course import TASK
from test_html_report import bytes_of

from grader.model import SourceFile, TaskFile
from grader.report.html.contrast import marked
from grader.report.html.elements import tag
from grader.report.html.evidence import Evidence, source_lines
from grader.report.html.highlight import MOST_LETTERS, coloured
from grader.report.html.quoted import paragraph
from grader.report.html.source import MOST_LINES, WHOLE, source_of
from grader.report.schema import TaskInfo

NOBODY = TaskInfo(TASK, "", "x.py", "", "failed", 0, 10, 0, {}, [], [])


def lines_of(data):
    return source_lines(TaskFile(TASK, "x.py", SourceFile(
        "x.py", data, "", None)))


def kinds(text):
    """Coloured words of one line."""
    return [(kind, part) for kind, part in coloured([text])[0] if kind]


def shown(lines, notes=None):
    """The page of a file with notes at some of its lines."""
    markup = source_of(NOBODY, Evidence(tuple(lines)), notes or {})
    top, found = read_page(markup)
    assert found == []
    return top


def a_note():
    return tag("p", "here", class_="note")


def numbers(page):
    return [int(node.attributes["data-line"])
            for node in page.all("code", kind="line")]


# lines

@pytest.mark.parametrize("data, lines", [
    (b"", ()), (b"a", ("a",)), (b"a\n", ("a",)), (b"a\n\n", ("a", "")),
    (b"a\r\nb\rc\n", ("a", "b", "c")), (b"\xef\xbb\xbfa\n", ("a",)),
    (b"a\x0cb\n", ("a\x0cb",)), ("a\u2028b\n".encode(), ("a\u2028b",))])
def test_lines_are_counted_as_python_counts_them(data, lines):
    assert lines_of(data) == lines


def test_coding_of_the_file_is_heeded():
    assert lines_of(b"# coding: latin-1\nx = '\xe9'\n")[1] == "x = '\u00e9'"


@pytest.mark.parametrize("data", [
    b"\xff\xfe", b"# coding: no-such\n", b"# coding: hex\nzz\n",
    b"# coding: utf-8\n\xff\n", b"# coding: undefined\n",
    b"# coding: idna\n\xff.\n"])
def test_file_in_no_coding_is_shown_all_the_same(data):
    assert len(lines_of(data)) >= 1


def test_missing_file_has_no_lines():
    assert source_lines(TaskFile(TASK, "x.py")) == ()


# colours

@pytest.mark.parametrize("text, found", [
    ("def f(x):", [("keyword", "def"), ("name", "f")]),
    ("class A:", [("keyword", "class"), ("name", "A")]),
    ("x = 1.5e-3 + 0x1F", [("number", "1.5e-3"), ("number", "0x1F")]),
    ("x = 'a' # b", [("string", "'a'"), ("comment", "# b")]),
    ("rb'\\'' + f\"{x}\"", [("string", "rb'\\''"), ("string", 'f"{x}"')]),
    ("'# no comment'", [("string", "'# no comment'")]),
    ("return len(x)", [("keyword", "return"), ("builtin", "len")]),
    ("@decorated.by", [("decorator", "@decorated.by")]),
    ("a @ b", []), ("self.define", []), ("x1 = y2", []),
    ("'open", [("string", "'open")]), ("elf'x'", [("string", "'x'")])])
def test_words_of_python_have_their_colours(text, found):
    assert kinds(text) == found


def test_string_over_three_lines_is_coloured_on_each():
    pieces = coloured(['x = """a', "", "# b", 'c""" + 1'])
    assert pieces == [[("", "x = "), ("string", '"""a')], [],
                      [("string", "# b")],
                      [("string", 'c"""'), ("", " + "), ("number", "1")]]


def test_open_string_ends_with_the_file():
    assert coloured(["'''a", "b"]) == [[("string", "'''a")],
                                       [("string", "b")]]


@settings(max_examples=80, deadline=None)
@given(text=st.lists(st.sampled_from(
    ["'", '"', "'''", '"""', "\\", "#", "\n", "def ", "f", "1", "e-", ".",
     "@", " ", "x", "\x00", "\ud800", "{"]), max_size=30).map("".join))
def test_pieces_of_any_text_are_the_text(text):
    lines = text.split("\n")
    assert ["".join(part for _, part in line)
            for line in coloured(lines)] == lines


def test_giant_has_no_colours():
    line = "def " * (MOST_LETTERS // 4 + 1)
    assert coloured([line]) == [[("", line)]]


# the file on the page

def test_file_has_its_numbers_outside_of_its_text():
    page = shown(["def f():", "    return 1"])
    assert numbers(page) == [1, 2]
    assert [node.text() for node in page.all("code")] == [
        "def f():", "    return 1"]


def test_long_file_is_shown_around_its_findings():
    note = [a_note()]
    page = shown(["x"] * 1000, {500: note, 504: note, 900: note})
    assert numbers(page) == [*range(494, 511), *range(894, 907)]
    assert [node.text() for node in page.all("p", kind="gap")] == [
        "493 lines left out", "383 lines left out", "94 lines left out"]


def test_long_file_without_findings_shows_its_start():
    assert numbers(shown(["x"] * 1000)) == list(range(1, 8))


def test_short_file_is_shown_whole():
    assert numbers(shown(["x"] * WHOLE)) == list(range(1, WHOLE + 1))


def test_thousand_findings_show_some_hundred_lines():
    notes = {line: [a_note()] for line in range(1, 90_000, 20)}
    assert len(numbers(shown(["x"] * 90_000, notes))) < MOST_LINES + 20


def test_finding_stands_under_its_line(classroom):
    classroom.submit(RIGHT.replace("in numbers]", "in numbers] "))
    page, _ = read_page(bytes_of(classroom))
    children = [node for node in page.one(
        "div", kind="source").children if not isinstance(node, str)]
    place = [node.attributes.get("data-line") for node in children].index(
        "7")
    assert "noted" in children[place].kinds
    note = children[place + 1]
    assert note.name == "p" and note.text().startswith(
        "style \u22120.33 column 46: There are blanks")


def test_each_marked_line_has_a_link_above_the_file(classroom):
    classroom.submit(RIGHT.replace("in numbers]", "in numbers] "))
    page, _ = read_page(bytes_of(classroom))
    link = page.one("a", kind="jump")
    assert link.text() == "line 7"
    assert page.by_id(link.attributes["href"][1:]).attributes[
        "data-line"] == "7"


def test_place_where_a_call_stopped_is_marked(classroom):
    classroom.submit(RIGHT.replace("2 * number for", "2 / 0 for"))
    page, _ = read_page(bytes_of(classroom))
    note = page.one("p", kind="note").text()
    assert note.startswith("output double([")
    assert note.endswith("stopped here: ZeroDivisionError: division by zero")


def test_syntax_error_stands_at_its_line(classroom):
    classroom.submit(RIGHT.replace("def double(numbers):",
                                   "def double(numbers)"))
    page, _ = read_page(bytes_of(classroom))
    assert page.one("code", kind="noted").attributes["data-line"] == "5"


def test_line_of_a_syntax_error_keeps_its_place_mark_below_it(classroom):
    classroom.submit(RIGHT.replace("def double(numbers):",
                                   "def double(numbers)"))
    page, _ = read_page(bytes_of(classroom))
    lines = page.one("div", kind="note").one("pre")
    assert lines.text() == "def double(numbers) \n                   ^"
    assert lines.one("mark").text() == " "


@pytest.mark.parametrize("text, lines, letter", [
    ("One sentence.", "", ""),
    ("A line.\n", "", ""),
    ("A line.\n    x = (1\n        ^", "x = (1\n    ^", "("),
    ("A line.\n    x = (1", "x = (1", ""),
    ("Two.\n        a\n      b", "  a\nb", ""),
    ("Three.\n    a\n    b c\n      ^", "a\nb c\n  ^", "c"),
    ("Far.\n    a\n        ^", "a    \n    ^", " "),
    ("Only.\n    ^", "^", "")])
def test_quoted_lines_stay_lines(text, lines, letter):
    page, found = read_page(paragraph(text))
    assert found == []
    assert page.one("p").text() == text.partition("\n")[0]
    assert "".join(node.text() for node in page.all("pre")) == lines
    assert "".join(node.text() for node in page.all("mark")) == letter


def test_quoted_lines_cannot_act():
    page, found = read_page(paragraph("<b>.\n    <i>\x1b\n    ^"))
    assert found == []
    assert page.one("pre").text() == "<i>\\x1b\n^"


def test_finding_without_a_line_stands_above_the_file(classroom):
    classroom.submit(RIGHT.replace('"""Doubling."""\n', ""))
    page, _ = read_page(bytes_of(classroom))
    told = page.one("p", kind="finding").text() if page.all(
        "p", kind="finding") else page.one("p", kind="note").text()
    assert "docs" in told


def test_file_is_folded_when_nothing_is_marked_in_it(classroom):
    classroom.submit(WRONG)
    page, _ = read_page(bytes_of(classroom))
    assert "open" not in page.one("details", kind="file").attributes


# expected and got

def marks(expected, got):
    return [[node.text() for node in read_page(half)[0].all("mark")]
            for half in marked(expected, got)]


@pytest.mark.parametrize("expected, got, found", [
    ("[2, 4]", "[2, 5]", [["4"], ["5"]]),
    ("[2, 4]", "[2, 4, 5]", [[], [", 5"]]),
    ("[[1, 2], [3, 4]]", "[[1, 0], [3, 9]]", [["2", "4"], ["0", "9"]]),
    ("1.5", "1.25", [["1.5"], ["1.25"]]),
    ("None", "[1]", [["None"], ["[1]"]]),
    ("a\nb\nc", "a\nx\nc", [["b"], ["x"]]),
    ("same", "same", [[], []]),
    ("'Weight'", "'weight'", [["Weight"], ["weight"]]),
    ("'a b'", "'a  b'", [[], ["\u2423"]]),
    ("[1]\n", "[1] \n", [[], ["\u2423"]]),
    ("", "x", [[], ["x"]])])
def test_what_differs_is_marked_on_both_sides(expected, got, found):
    assert marks(expected, got) == found


def test_long_texts_with_nothing_alike_have_no_marks():
    assert marks("[1]", "TypeError: object of type 'float' has no len() "
                        "in this place") == [[], []]


@settings(max_examples=60, deadline=None)
@given(st.text("ab1 ,\n[]'", max_size=30), st.text("ab1 ,\n[]'",
                                                   max_size=30))
def test_marking_loses_no_letter(expected, got):
    for half, text in zip(marked(expected, got), (expected, got)):
        found = read_page(half)[0].text()
        assert found.replace("\u2423", " ").replace("\u21b5", "") == text
