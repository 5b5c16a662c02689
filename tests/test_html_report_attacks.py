"""Text that tries to act on the page is shown, and does nothing."""

import html
import re

import msgspec
import pytest
from graded import RIGHT, WRONG
from html_pages import MARKUP, ODD_FILES
from html_reader import faults, read_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_html_report import bytes_of, with_facts

from grader.plain import clean
from grader.report.html import elements
from grader.report.html.contrast import marked
from grader.report.html.elements import (Html, escape, slug, tag, verbatim,
                                         visible, worded)
from grader.report.html.highlight import coloured
from grader.report.html.tasks import MOST_BYTES

ACTS = re.compile(r"[^\n\t\x20-\x7e\xa0-\U0010ffff]|[\u200e\u200f\u202a-"
                  r"\u202e\u2066-\u2069\ufeff\ud800-\udfff\u2028\u2029]")
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[
    HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def shown(markup):
    """What a reader sees of some markup."""
    top, found = read_page(markup)
    assert found == []
    return top.text()


# the one place where text becomes markup

@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_text_is_shown_as_it_is_and_adds_no_element(text):
    top, found = read_page(tag("p", text))
    assert found == []
    assert [node.name for node in top.walk()] == ["", "p"]
    assert not ACTS.search(top.text())
    if text.isprintable() and "\u0301" not in text:
        assert top.text() == text


@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_text_cannot_leave_an_attribute(text):
    top, found = read_page(tag("p", "x", title=text))
    paragraph = top.one("p")
    assert found == [] and list(paragraph.attributes) == ["title"]
    assert top.text() == "x"


@FEW
@given(text=st.text())
def test_any_text_is_one_text(text):
    top, found = read_page(tag("p", text, title=text))
    assert found == [] and len(list(top.walk())) == 2
    assert not ACTS.search(top.text())


@FEW
@given(text=st.lists(st.sampled_from(["<", ">", "&", '"', "'", "`", "-",
                                      "!", "/", "script", " ", "]"]),
                     max_size=20).map("".join))
def test_any_marks_are_shown_letter_by_letter(text):
    assert shown(escape(text)) == text
    assert shown(worded(text)) == (
        text if text.count("`") < 2 else shown(worded(text)))


def test_markup_that_is_joined_to_text_is_text_again():
    joined = tag("b", "x") + "<i>"
    assert shown(tag("p", str(joined))) == "<b>x</b><i>"


def test_finished_markup_is_not_escaped_again():
    assert tag("p", tag("b", "&")) == "<p><b>&amp;</b></p>"
    assert isinstance(tag("p"), Html)


@pytest.mark.parametrize("name", [
    "onclick", "onload", "style", "src", "srcdoc", "action", "formaction",
    "xlink:href", "on", "a b", "a=b", "", "a>"])
def test_attribute_that_acts_is_refused(name):
    with pytest.raises(ValueError):
        tag("p", **{name: "x"})


@pytest.mark.parametrize("target", [
    "javascript:alert(1)", " #x", "//x", "data:,", "x.html", "", "\x00#x"])
def test_link_to_another_place_is_refused(target):
    with pytest.raises(ValueError):
        tag("a", "x", href=target)


def test_none_leaves_an_attribute_out():
    assert tag("p", class_=None, title="") == '<p title=""></p>'


@pytest.mark.parametrize("text", ["a/b c", "<x>", "\u202e", "0x00-a/1-b",
                                  "\"'`", ""])
def test_name_of_a_place_is_made_of_plain_letters(text):
    assert re.fullmatch(r"[A-Za-z0-9_-]+", slug(text))


def test_tower_of_accents_is_cut():
    assert visible("e" + "\u0301" * 50) == "e" + "\u0301" * 3


def test_what_acts_becomes_an_escape():
    assert visible("a\u202eb\x1b\x00\ud800\ufeff") == (
        "a\\u202eb\\x1b\\x00\\ud800\\ufeff")


def test_letters_of_other_languages_stay():
    text = "\u00e9 \u05d0\u05d1 \u0639\u0631 \u4e2d\u6587 \U0001f600"
    assert visible(text) == text


def test_text_between_backticks_is_code_and_text():
    top, _ = read_page(worded("write `<b>` or `x`, not `"))
    assert [node.text() for node in top.all("code")] == ["<b>", "x"]
    assert top.text() == "write <b> or x, not `"


@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_marking_of_differences_keeps_both_texts(text):
    one, two = marked(f"[1, {clean(text)}, 2]", clean(text))
    for half in one, two:
        top, found = read_page(verbatim(half))
        assert found == []
        assert {node.name for node in top.walk()} <= {
            "", "pre", "code", "mark"}


# whole pages

def program(value):
    return RIGHT.replace("    return [", f"    print({value})\n"
                         f"    return {value}\n    return [")


@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_value_of_a_student_does_nothing(classroom, text):
    classroom.submit(program(ascii(text)))
    assert faults(bytes_of(classroom)) == []


@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_exception_of_a_student_does_nothing(classroom, text):
    classroom.submit(RIGHT.replace(
        "    return [", f"    raise type({text.replace(chr(0), '')!a}, "
        f"(Exception,), {{}})({text!a})\n    return ["))
    assert faults(bytes_of(classroom)) == []


@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_source_of_a_student_does_nothing(classroom, text):
    classroom.submit(RIGHT.encode() + (
        f"# {text}\nx = '''{text}'''\n").encode("utf-8", "surrogatepass"))
    assert faults(bytes_of(classroom)) == []


@pytest.mark.parametrize("data", ODD_FILES, ids=range(len(ODD_FILES)))
def test_file_that_is_no_text_does_nothing(classroom, data):
    classroom.submit(data)
    page = bytes_of(classroom)
    assert faults(page) == [] and len(page) < 300_000


@pytest.mark.parametrize("name", ["<b>", "a'\"b", "</title>", "&amp;"])
def test_path_of_the_folder_does_nothing(classroom, name):
    classroom.submit(RIGHT)
    folder = classroom.folder.with_name(name.replace("/", "_"))
    classroom.folder.rename(folder)
    classroom.folder = folder
    page = bytes_of(classroom)
    assert faults(page) == []
    assert html.escape(folder.name).encode() in page


def test_line_of_a_million_letters_is_cut_and_said(classroom):
    classroom.submit(RIGHT + "x = '" + "<&\u00e9" * 200_000 + "'\n")
    page, _ = read_page(bytes_of(classroom))
    text = page.one("div", kind="source").text()
    assert len(text) < 2000
    assert "599706 more characters" in text


def test_task_whose_every_text_acts_adds_no_element(classroom):
    classroom.submit(WRONG)
    usual = {node.name for node in read_page(bytes_of(classroom))[0].walk()}
    words = " ".join(map(clean, MARKUP))

    def hostile(report):
        task, = report.tasks
        checks = [msgspec.structs.replace(
            check, status="failed", title=words, call=words, got=words,
            expected=words, difference=words, hint=words, stdout=words)
            for check in task.checks]
        task = msgspec.structs.replace(
            task, status="failed", checks=checks, title=words, stop=words,
            stdout=words, file=words)
        return with_facts(tasks=[task], grader_errors=[words],
                          not_looked_at=[words])(report)
    page, found = read_page(bytes_of(classroom, hostile))
    assert found == []
    assert {node.name for node in page.walk()} <= usual


def test_seventy_giants_fit_into_a_few_megabytes(classroom):
    classroom.submit(RIGHT + "# <'\"&>\n" * 4000)

    def giant(report):
        task, = report.tasks
        check = msgspec.structs.replace(
            task.checks[0], status="failed", call="'" * 2000,
            got="<" * 1000, expected=">" * 1000, difference="&" * 400)
        task = msgspec.structs.replace(
            task, status="failed", checks=[check] * 60)
        return with_facts(tasks=[
            msgspec.structs.replace(task, id=f"topic/{number}")
            for number in range(70)])(report)
    data = bytes_of(classroom, giant)
    assert len(data) < 2 * MOST_BYTES
    assert "Grade this task alone" in data.decode()


@pytest.mark.parametrize("text", ["'" * 100_000, '"""' * 50_000,
                                  "f'" * 60_000, "\\" * 150_000,
                                  "1e" * 90_000, "@" * 150_000,
                                  "'\\\n" * 50_000])
def test_source_that_is_hard_to_read_is_read_to_its_end(text):
    lines = text.split("\n")       # in quadratic time it would take minutes
    pieces = coloured(lines)
    assert ["".join(part for _, part in line) for line in pieces] == lines


def test_only_this_module_makes_markup_of_text():
    assert elements.escape("<") == "&lt;"
    assert elements.joined(["<", Html("<b>"), None, ["&"]]) == (
        "&lt;<b>&amp;")
