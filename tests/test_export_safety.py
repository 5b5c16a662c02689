"""Exports of a record that wants to act, and of one that has secrets."""

import io
import json
import re
import xml.etree.ElementTree as tree

import export_records as records
import pytest
from attacks.outputs import acting
from export_readers import is_obeyed, junit, notes, runner_result
from export_schemas import faults

from grader.report.export.classroom import MOST_BYTES
from grader.report.export.command import FORMATS
from grader.report.export.harmless import harmless, relative
from grader.report.export.markdown import MOST_BYTES as MOST_MARKDOWN

JSONS = ("badge", "ctrf", "gitlab", "gradescope", "sarif")
FENCE = re.compile(r"^(`{3,})text\n.*?\n\1$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`[^`\n]*`")
every_format = pytest.mark.parametrize("format", FORMATS)


@pytest.fixture(scope="module")
def hostile():
    """The hostile record in each format; made once."""
    return records.every_format(records.hostile())


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *texts(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def shown_texts(format, data):
    """Each text that a reader takes out of a format."""
    if format == "junit":
        return [text for element in tree.parse(io.BytesIO(data)).iter()
                for text in (*element.attrib.values(), element.text or "")]
    if format == "github":
        return [text for note in notes(data)
                for text in (*note.props.values(), note.text)]
    if format == "markdown":
        return [data.decode()]
    return list(texts(runner_result(data) if format == "classroom"
                      else json.loads(data)))


@every_format
def test_no_letter_of_a_hostile_record_acts(format, hostile):
    for text in shown_texts(format, hostile[format]):
        plain = text.replace("\n", "").replace("\t", "")
        assert not acting(plain), plain[:200]


@every_format
def test_no_line_of_a_hostile_record_is_obeyed(format, hostile):
    data = hostile[format]
    if format == "github":
        data = b"\n".join(line for line in data.split(b"\n")
                          if not re.match(rb"::(error|warning|notice) "
                                          rb"[^:]*::", line))
        assert all(not is_obeyed(note.text.encode())
                   for note in notes(hostile[format]))
    assert not is_obeyed(data)


@pytest.mark.parametrize("format", (*JSONS, "classroom"))
def test_hostile_record_still_fits_the_schema(format, hostile):
    found = (runner_result(hostile[format]) if format == "classroom"
             else json.loads(hostile[format]))
    assert faults(format, found) == []


@every_format
def test_extra_of_a_hostile_record_is_in_no_format(format):
    report = records.report(extra={"mine": "secret-extra"})
    assert b"secret-extra" not in records.written(report, format)


def test_junit_of_a_hostile_record_is_read_whole(hostile):
    cases = junit(hostile["junit"])
    assert len(cases) == 6
    assert all(case.classname.startswith(records.TOPIC) for case in cases)


def test_only_our_own_annotations_come_of_a_hostile_record(hostile):
    found = notes(hostile["github"])
    assert {note.kind for note in found} == {"error", "notice"}
    assert len(found) <= 30
    assert all(len(note.text) < 4100 for note in found)
    assert all("\n" not in value for note in found
               for value in note.props.values())


def test_paths_of_a_hostile_record_stay_inside(hostile):
    for format in ("gitlab", "sarif", "ctrf", "github"):
        for text in shown_texts(format, hostile[format]):
            assert not text.startswith(("/..", "../"))


@pytest.mark.parametrize("path, inside", [
    ("/etc/passwd", "etc/passwd"), ("../../x.py", "x.py"),
    ("C:\\a\\b.py", "a/b.py"), ("./a//b/./c.py", "a/b/c.py"),
    ("", "-"), ("..", "-"), ("a\nb.py", "a b.py")])
def test_path_is_always_one_below_the_submission(path, inside):
    assert relative(path) == inside


def test_hostile_text_in_markdown_is_in_a_fence_or_in_a_span(hostile):
    page = hostile["markdown"].decode()
    outside = SPAN.sub("", FENCE.sub("", page))
    for word in ("script", "mention", "javascript", "forged", "cmd", "]("):
        assert word not in outside
    assert "<script>" in page


def test_markdown_keeps_to_what_a_server_takes(hostile):
    assert len(hostile["markdown"]) < 20_000
    many = records.report(*[records.task(f"{number}-a", [
        records.check("a"), records.check("b", "failed", got="x" * 3900)])
        for number in range(500)])
    page = records.written(many, "markdown")
    assert MOST_MARKDOWN * 0.9 < len(page) <= MOST_MARKDOWN
    assert b"left out, as a summary has at most 1 MiB" in page


def test_classroom_result_of_many_tasks_fits_into_a_variable():
    many = records.report(*[records.task(
        f"{number}-{'name' * 20}", [records.check("a"), records.check(
            "b", "failed", 3.5)]) for number in range(400)])
    data = records.written(many, "classroom")
    assert len(data) <= MOST_BYTES
    assert runner_result(data)["max_score"] == 4000


def test_hostile_record_is_not_changed_by_being_written():
    report = records.small()
    assert harmless(report) == report


# What is hidden

@every_format
@pytest.mark.parametrize("reveal, gone", [
    ("actual-only", records.SECRETS[1:]),
    ("hint-only", (*records.SECRETS, records.GOT, records.PRINTED)),
    ("nothing", (*records.SECRETS, records.GOT, records.PRINTED,
                 records.TITLE, records.HINT))])
def test_what_is_not_revealed_is_in_no_byte(format, reveal, gone):
    data = records.written(records.secretive(), format, reveal=reveal)
    decoded = json.dumps(runner_result(data)).encode() if (
        format == "classroom") else b""
    assert [text for text in gone
            if text.encode() in data + decoded] == []


def test_all_of_it_is_revealed_without_the_word():
    data = records.written(records.secretive(), "gradescope").decode()
    for text in (*records.SECRETS, records.GOT, records.HINT):
        assert text in data


def test_export_cannot_bring_back_what_grading_has_taken_out(tmp_path):
    from grader.policy import Policy
    from grader.report.reveal import redact
    redacted = redact(records.secretive(), Policy(reveal="nothing"))
    for data in records.every_format(redacted, reveal="full").values():
        assert b"secret" not in data


@pytest.mark.parametrize("format", ["badge", "classroom"])
def test_sums_do_not_depend_on_what_is_revealed(format):
    report = records.secretive()
    assert records.written(report, format) == records.written(
        report, format, reveal="nothing")


@pytest.mark.parametrize("format", ["ctrf", "gradescope"])
def test_points_do_not_depend_on_what_is_revealed(format):
    keys = ("score", "max_score", "points", "max_points")
    full, nothing = (list(pairs(records.as_json(
        records.secretive(), format, reveal=reveal), keys))
        for reveal in ("full", "nothing"))
    assert full == nothing != []


def pairs(value, keys):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys:
                yield key, inner
            yield from pairs(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from pairs(inner, keys)


@pytest.mark.parametrize("hidden", [
    "visible", "hidden", "after_due_date", "after_published"])
def test_gradescope_shows_hidden_checks_when_it_is_told_to(hidden):
    found = records.as_json(records.secretive(), "gradescope",
                            hidden_visibility=hidden)
    assert faults("gradescope", found) == []
    for test in found["tests"]:
        is_hidden = records.TITLE in test["name"]
        assert test["visibility"] == (hidden if is_hidden else "visible")
    assert found["stdout_visibility"] == "hidden"


def test_sum_is_not_told_while_gradescope_hides_a_test():
    report = records.late()
    shown = records.as_json(report, "gradescope")
    kept = records.as_json(report, "gradescope",
                           hidden_visibility="after_due_date")
    assert "12.8" in shown["output"]
    assert not re.search(r"12\.8|16|30 points", kept["output"])
    assert kept["score"] == shown["score"] == 12.8
