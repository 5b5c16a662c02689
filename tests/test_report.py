"""The report: its schema, its numbers, its texts, its writers."""

import io
import json
import os
import xml.etree.ElementTree as tree

import jsonschema
import msgspec
import pytest
from graded import RIGHT, WRONG
from small_course import CHECK, write_check
from source_tree import ROOT

from grader.report.json import schema_json, to_json, write_whole
from grader.report.junit import to_junit
from grader.report.schema import Report, schema
from grader.report.text import text_lines, write_text


def lines_of(report, verbose=False):
    return [text for text, _ in text_lines(report, verbose)]


def text_of(report, verbose=False):
    return "\n".join(lines_of(report, verbose))


@pytest.fixture
def wrong(classroom):
    classroom.submit(WRONG)
    return classroom.report()


def test_published_schema_is_the_one_of_the_records():
    published = (ROOT / "schemas" / "report-1.json").read_bytes()
    assert published == schema_json()


def test_schema_itself_is_valid():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_report_is_valid_against_its_schema(wrong):
    jsonschema.validate(json.loads(to_json(wrong)), schema(),
                        jsonschema.Draft202012Validator)


def test_schema_is_closed(wrong):
    data = json.loads(to_json(wrong))
    data["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())


def test_report_reads_back_the_same(wrong):
    assert msgspec.json.decode(to_json(wrong), type=Report) == wrong


def test_points_of_checks_and_parts_agree(wrong):
    task, = wrong.tasks
    output = task.parts["output"]
    assert sum(check.points for check in task.checks) == pytest.approx(
        output.points, abs=0.02)
    assert task.points == sum(part.points for part in task.parts.values())
    assert wrong.points == task.points


def test_failed_check_shows_call_expected_got_and_hint(wrong):
    check = wrong.tasks[0].checks[0]
    assert check.call == "double([1, 2])"
    assert (check.expected, check.got) == ("[2, 4]", "[1, 4]")
    assert check.hint == "You square the numbers; doubling multiplies by 2."


def test_passed_check_shows_no_expected_value(classroom):
    classroom.submit(RIGHT)
    for check in classroom.report().tasks[0].checks:
        assert (check.expected, check.got) == ("", "")


def test_grader_error_is_left_out_of_both_sums(classroom):
    write_check(classroom.checks, CHECK.replace(
        "for size in (1, 2, 3):", "for size in 7:"), "0x00-topic/1-other")
    classroom.submit(RIGHT)
    classroom.submit(RIGHT, "0x00-topic/1-other.py")
    report = classroom.report()
    assert (report.points, report.max_points) == (10, 10)
    assert len(report.grader_errors) == 1


@pytest.mark.parametrize("printed", [
    "\\x1b[31mred", "\\x07", "\\x9b2J", "\\u202etxet", "\\ud800",
    "\\x1b]0;title\\x07"])
def test_control_characters_of_students_are_shown_not_obeyed(
        classroom, printed):
    classroom.submit(RIGHT.replace(
        "    return [", f'    print("{printed}")\n    return "{printed}", ['))
    report = classroom.report()
    text = text_of(report, verbose=True) + to_json(report).decode()
    assert all(letter.isprintable() or letter in "\n\t" for letter in text)


def test_report_keeps_the_digest_of_the_graded_bytes(classroom):
    import hashlib
    path = classroom.submit(WRONG)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert classroom.report().tasks[0].digest == digest


def test_reason_of_a_stop_is_in_the_report(classroom):
    classroom.submit(RIGHT + "\nraise OSError('no disk')\n")
    assert classroom.report().tasks[0].stop == "OSError: no disk"


def test_file_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "report.json"
    path.write_text("old")
    write_whole(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["report.json"]


def test_failed_writing_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "report.json"
    path.write_text("old")

    def no_disk(*words):
        raise OSError("disk full")
    monkeypatch.setattr(os, "replace", no_disk)
    with pytest.raises(OSError, match="disk full"):
        write_whole(str(path), b"new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.json"]


def test_text_has_one_line_for_a_right_task(classroom):
    classroom.submit(RIGHT)
    lines = lines_of(classroom.report())
    assert lines[1].split() == ["ok", "0-double", "10", "/", "10"]
    assert "1 task: 1 ok. 10 of 10 points." in lines


def test_text_shows_the_smallest_failing_case_only(wrong):
    text = text_of(wrong)
    assert text.count("expected:") == 1
    assert "hint: You square the numbers" in text
    assert "3 of 5 checks lost (4.2 points)" in text


def test_verbose_text_shows_every_failing_case(wrong):
    assert text_of(wrong, verbose=True).count("expected:") == 3


def test_text_fits_79_columns(wrong):
    # Commands stay whole, to be copied; they hold the path of the test.
    lines = [line for line in lines_of(wrong, verbose=True)
             if not line.startswith("  python3 grader ")]
    assert max(map(len, lines)) <= 79


def test_text_tells_how_to_get_hints(wrong):
    assert any(line.startswith("  python3 grader explain 0-double ")
               for line in lines_of(wrong))


def test_text_ends_with_the_next_command(wrong):
    last = lines_of(wrong)[-1]
    assert last.startswith("  python3 grader ")
    assert last.endswith(" --task 0-double")


def test_text_says_what_was_not_looked_at(classroom):
    report = classroom.report(only_visible=True)
    assert ("Not looked at: 1 task not found, all hidden checks."
            in text_of(report))


def test_text_says_what_protected_the_run(wrong):
    weak = msgspec.structs.replace(
        wrong, isolation=msgspec.structs.replace(
            wrong.isolation, level="process", why=["no Landlock here"]))
    assert "behind walls" in text_of(wrong)
    said = " ".join(text_of(weak).split())
    assert "ran with your rights" in said and "no Landlock here" in said


class Terminal(io.StringIO):
    """A terminal that remembers what it was sent."""

    def isatty(self):
        return True


def test_colour_is_for_terminals_only(wrong, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal, file = Terminal(), io.StringIO()
    write_text(wrong, terminal)
    write_text(wrong, file)
    assert "\x1b[" in terminal.getvalue()
    assert "\x1b[" not in file.getvalue()


def test_no_color_is_honoured(wrong, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    write_text(wrong, terminal)
    assert "\x1b[" not in terminal.getvalue()


def test_junit_counts_what_it_holds(wrong):
    root = tree.fromstring(to_junit(wrong))
    cases = root.findall(".//testcase")
    failures = root.findall(".//failure")
    assert root.get("tests") == str(len(cases)) == "8"
    assert root.get("failures") == str(len(failures)) == "3"
    assert "points" in failures[0].get("message")


def test_junit_of_a_missing_task_is_skipped(classroom):
    root = tree.fromstring(to_junit(classroom.report()))
    assert len(root.findall(".//skipped")) == 1


@pytest.mark.parametrize("text", ["]]>", "<b>", "&amp;", "\x00\x1b", "\ud800"])
def test_junit_survives_hostile_texts(classroom, text):
    classroom.submit(RIGHT.replace("    return [", f"    return {text!r}, ["))
    assert tree.fromstring(to_junit(classroom.report())) is not None


@pytest.mark.parametrize("text", ["::error::x", "\n  ::error::x",
                                  "a ##[error]x", ":::x"])
def test_server_is_given_no_commands(classroom, text):
    classroom.submit(RIGHT.replace("    return [", f"    print({text!r})\n"
                                   f"    raise ValueError({text!r})\n"
                                   f"    return ["))
    out = io.StringIO()
    write_text(classroom.report(), out, True)
    assert "x" in out.getvalue()
    assert "##[" not in out.getvalue()
    assert not [line for line in out.getvalue().splitlines()
                if line.strip().startswith("::")]


def test_class_whose_name_acts_is_only_shown(classroom):
    classroom.submit(RIGHT.replace("    return [", "    return type("
                                   "'\\x1b[2J', (), {})()\n    return ["))
    report = classroom.report()
    assert b"\\u001b" not in to_json(report)
    assert "\x1b" not in text_of(report)
    assert tree.fromstring(to_junit(report)) is not None
