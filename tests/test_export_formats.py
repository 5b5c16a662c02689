"""Each export, read by its own schema or by a reader of that format."""

import json

import export_records as records
import junitparser
import pytest
from export_readers import (is_obeyed, junit, notes, reported,
                            runner_result)
from export_schemas import faults
from graded import WRONG
from source_tree import ROOT

from grader.model import UsageError
from grader.report.export.classroom import MOST_BYTES, shares
from grader.report.export.command import FORMATS
from grader.report.export.markdown import code_span, fenced

SCHEMAS = ("badge", "ctrf", "gitlab", "gradescope", "sarif")
SOUND = ("small", "late", "thirds", "secretive", "with_error")
NO_POINTS = ("classroom", "gradescope")
make = pytest.mark.parametrize("name", SOUND)


def document(report, format):
    data = records.written(report, format)
    return runner_result(data) if format == "classroom" else json.loads(data)


@make
@pytest.mark.parametrize("format", (*SCHEMAS, "classroom"))
def test_export_fits_the_schema_of_its_reader(name, format):
    report = getattr(records, name)()
    assert faults(format, document(report, format)) == []


@pytest.mark.parametrize("format", [
    name for name in SCHEMAS if name not in NO_POINTS])
def test_export_of_a_student_edition_fits_its_schema(format):
    report = records.student_edition()
    assert faults(format, document(report, format)) == []


@pytest.mark.parametrize("format", NO_POINTS)
def test_student_edition_has_no_points_to_hand_on(format):
    with pytest.raises(UsageError, match="instructor edition"):
        records.written(records.student_edition(), format)


@pytest.mark.parametrize("format", (*SCHEMAS, "classroom"))
def test_graded_submission_fits_every_schema(format, classroom):
    classroom.submit(WRONG)
    report = classroom.report()
    assert faults(format, document(report, format)) == []
    assert len(junit(records.written(report, "junit"))) == len(
        report.tasks[0].checks) + 3


@make
def test_same_report_gives_the_same_bytes(name):
    report = getattr(records, name)()
    assert records.every_format(report) == records.every_format(report)


# Points

def test_gradescope_tests_add_up_to_both_sums():
    for report in (records.small(), records.thirds(), records.secretive()):
        found = records.as_json(report, "gradescope")
        for ours, theirs in (("points", "score"),
                             ("max_points", "max_score")):
            cents = sum(round(test[theirs] * 100) for test in found["tests"])
            assert cents == round(getattr(report, ours) * 100)
        assert found["score"] == report.points


def test_gradescope_passed_test_never_loses_a_cent():
    for test in records.as_json(records.thirds(), "gradescope")["tests"]:
        is_full = test["score"] == test["max_score"]
        assert is_full is (test["status"] == "passed")


def test_late_work_tells_both_sums_and_scores_the_lower_one():
    report = records.late()
    found = records.as_json(report, "gradescope")
    earned = sum(test["score"] for test in found["tests"])
    assert (found["score"], earned) == (12.8, 16)
    assert "20 %" in found["output"] and "16 points" in found["output"]


@pytest.mark.parametrize("format", ("badge", "markdown"))
def test_late_points_stand_in_what_people_read(format):
    assert b"12.8" in records.written(records.late(), format)


def test_ctrf_labels_add_up_to_the_points_of_the_report():
    report = records.thirds()
    results = records.as_json(report, "ctrf")["results"]
    labels = [test["labels"] for test in results["tests"]]
    assert sum(round(one["points"] * 100) for one in labels) == 2300
    assert sum(round(one["max_points"] * 100) for one in labels) == 3000
    assert results["extra"]["points"] == report.points


def test_ctrf_summary_counts_its_tests():
    for name in SOUND:
        report = getattr(records, name)()
        results = records.as_json(report, "ctrf")["results"]
        counts = {status: 0 for status in (
            "passed", "failed", "skipped", "pending", "other")}
        for test in results["tests"]:
            counts[test["status"]] += 1
        assert counts.items() <= results["summary"].items()


@pytest.mark.parametrize("name", ["small", "late", "thirds", "secretive"])
def test_classroom_sums_agree_with_each_other_and_the_report(name):
    report = getattr(records, name)()
    sums = reported(document(report, "classroom"))
    assert sums.sent == report.points
    assert round(sums.printed, 2) == report.points
    assert sums.most == report.max_points


def test_classroom_whole_points_are_tests_of_one_point():
    found = document(records.small(), "classroom")
    assert [test["score"] for test in found["tests"]].count(1) == 16
    assert len(found["tests"]) == 30
    assert found["tests"][0]["name"] == "2-size_me_please 1/10"


@pytest.mark.parametrize("points", [0, 1, 2, 33, 8750, 16999, 17000])
def test_classroom_never_gives_all_or_nothing_where_it_is_not(points):
    count, passes = shares(points, 17000, 800)
    assert (passes == 0) is (points == 0)
    assert (passes == count) is (points == 17000)


def test_classroom_shares_show_the_points_to_the_cent():
    asked = range(150, 8850, 61)
    shown = [shares(points, 9000, 800) for points in asked]
    far = [points for points, (count, passes) in zip(asked, shown)
           if round(9000 * passes / count) != points]
    assert len(far) <= len(asked) // 50


def test_classroom_sends_the_exact_sum_where_it_cannot_be_printed():
    tasks = [records.task(f"{number}-long_name_of_a_task", [
        records.check("a"), records.check("b")]) for number in range(69)]
    last = records.task("69-last", [records.check("a"), records.check("b")],
                        form=(1, 0.77, 1))
    report = records.report(*tasks, last)
    assert report.points == 699.77
    data = records.written(report, "classroom")
    found = runner_result(data)
    assert len(data) <= MOST_BYTES
    assert reported(found).sent == 699.77
    assert reported(found).printed < 700
    assert "table can only show" in found["message"]


def test_classroom_gives_nothing_where_the_grader_failed():
    found = document(records.with_error(), "classroom")
    assert (found["status"], found["max_score"]) == ("error", 0)
    assert found["tests"] == []


def test_classroom_has_no_pass_where_nothing_was_graded():
    found = document(records.report(), "classroom")
    assert (found["status"], found["max_score"]) == ("error", 0)


def test_gradescope_has_no_score_where_the_grader_failed():
    found = records.as_json(records.with_error(), "gradescope")
    assert "score" not in found and found["tests"] == []
    assert "costs nothing" in found["output"]
    assert "no memory left" in found["output"]


@pytest.mark.parametrize("report, message, colour", [
    (records.small(), "16/30", "yellow"),
    (records.report(), "0/0", "lightgrey"),
    (records.with_error(), "grader error", "lightgrey"),
    (records.student_edition(), "3 of 4 visible checks", "blue")])
def test_badge_tells_points_that_are_known(report, message, colour):
    found = records.as_json(report, "badge")
    assert (found["message"], found["color"]) == (message, colour)


def test_full_points_are_green_and_lost_ones_are_not():
    full = records.report(records.task("0-a", [
        records.check("a"), records.check("b")]))
    near = records.report(records.task("0-a", [
        records.check("a"), records.check("b")], form=(1, 0.99, 1)))
    assert records.as_json(full, "badge")["color"] == "brightgreen"
    assert records.as_json(near, "badge")["color"] == "green"


# Verdicts and places

def test_junit_parser_finds_what_the_report_says():
    cases = {case.name: case for case in junit(
        records.written(records.small(), "junit"))}
    assert len(cases) == 8          # rules, style, docs stand there twice
    failed, = cases["longer lists"].result
    assert isinstance(failed, junitparser.Failure)
    assert failed.message == "0/3.5 points: entry 1 is 3, not 4"
    assert isinstance(cases["missing"].result[0], junitparser.Skipped)


def test_junit_counts_are_those_of_its_cases():
    data = records.written(records.small(), "junit")
    document = junitparser.JUnitXml.fromstring(data)
    counts = (document.tests, document.failures, document.errors,
              document.skipped)
    document.update_statistics()
    assert counts == (11, 2, 0, 1) == (
        document.tests, document.failures, document.errors,
        document.skipped)


def test_junit_grader_error_is_no_failure():
    case, = [case for case in junit(records.written(
        records.with_error(), "junit")) if case.name == "grader_error"]
    assert isinstance(case.result[0], junitparser.Error)


def test_junit_of_a_student_edition_tells_no_points_of_checks():
    data = records.written(records.student_edition(), "junit")
    assert b"points" not in data


@pytest.mark.parametrize("format", ("gitlab", "sarif"))
def test_finding_keeps_its_name_when_lines_above_are_added(format):
    def names(line, text="E501 was seen."):
        data = records.written(records.report(records.task(
            "0-a", [records.check("a"), records.check("b")],
            records.finding("style", "E501", line, text=text),
            form=(1, 0.5, 1))), format).decode()
        key = {"gitlab": '"fingerprint": "', "sarif": 'LineHash": "'}[format]
        return data.partition(key)[2].partition('"')[0]
    assert names(3) == names(30) != names(3, "E501: 83 letters.")
    assert names(3, "Line 3 is long.") == names(4, "Line 4 is long.")


def test_two_equal_findings_have_two_names():
    same = [records.finding("style", "E501", line) for line in (3, 4)]
    found = records.as_json(records.report(records.task(
        "0-a", [records.check("a"), records.check("b")], *same,
        form=(1, 0.5, 1))), "gitlab")
    assert len({one["fingerprint"] for one in found}) == 2


def test_sarif_names_each_rule_once_and_only_form():
    same = [records.finding("style", "E501", line) for line in (3, 4)]
    wrong = records.finding("output", "value", 2)
    run, = records.as_json(records.report(records.task(
        "0-a", [records.check("a"), records.check("b", "failed")],
        *same, wrong, form=(1, 0, 1))), "sarif")["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["style/E501"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0]


def test_sarif_message_can_hold_no_link():
    bad = records.finding("style", "E1", 1, text="see [here](http://x)")
    run, = records.as_json(records.report(records.task(
        "0-a", [records.check("a"), records.check("b")], bad,
        form=(1, 0, 1))), "sarif")["runs"]
    assert "\\[here\\](" in run["results"][0]["message"]["text"]


# Annotations and summary

def test_annotations_read_back_as_they_were_meant():
    odd = records.check("b", "failed", call="f(1)", got="50%: a,b::c\nd",
                        difference="%0A is no new line")
    failed = records.task("0-a", [records.check("a"), odd])
    note, = notes(records.written(records.report(failed), "github"))
    assert note.kind == "error"
    assert note.props == {"file": failed.file, "line": "1",
                          "title": "0-a: 6.5 of 10 points"}
    assert "%0A is no new line" in note.text
    assert "50%: a,b::c\n" in note.text


def test_annotations_are_ten_of_a_kind_and_the_costliest():
    tasks = [records.task(f"{number}-a", [
        records.check("a", most=7 - number / 10),
        records.check("b", "failed", number / 10)])
        for number in range(1, 31)]
    data = records.written(records.report(*tasks), "github")
    found = notes(data)
    assert len(found) == 10
    assert found[0].props["title"] == "30-a: 7 of 10 points"
    assert b"Not shown: 20 more" in data


def test_missing_tasks_share_one_annotation():
    found = notes(records.written(records.report(*[
        records.missing(f"{number}-a") for number in range(20)]), "github"))
    assert len(found) == 1
    assert found[0].text.count("-a") == 20


def test_annotation_of_a_grader_error_is_no_error_of_the_student():
    note, = notes(records.written(records.with_error(), "github"))
    assert (note.kind, note.props["title"]) == ("warning", "grader error")


def test_student_edition_annotates_failed_visible_checks():
    note, = notes(records.written(records.student_edition(), "github"))
    assert note.props["title"] == "1-visible: 1 of 2 checks"


def test_markdown_tells_every_task_and_what_it_lost():
    page = records.written(records.small(), "markdown").decode()
    assert page.startswith("# 16 of 30 points\n")
    for task in records.small().tasks:
        assert f"| `{task.id}` |" in page
    assert "entry 1 is 3, not 4" in page


def test_markdown_of_a_student_edition_knows_no_total():
    page = records.written(records.student_edition(), "markdown").decode()
    assert page.startswith("# Visible checks: 3 of 4; more are run at")
    assert "10" not in page


@pytest.mark.parametrize("text", ["```", "a\n````\nb", "~~~", "`" * 500])
def test_nothing_inside_ends_a_fence(text):
    fence, *inner, last, _ = fenced(text).split("\n")
    assert fence == last + "text"
    assert all(last not in line for line in inner)


def test_code_span_is_one_cell_of_a_table():
    span = code_span("a|b`c\nd")
    assert span.count("`") == 2
    assert "|" not in span and "\n" not in span


@make
def test_no_line_of_an_export_is_obeyed_unless_it_is_an_annotation(name):
    for format, data in records.every_format(
            getattr(records, name)()).items():
        assert is_obeyed(data) is (format == "github" and b"::" in data)


def test_every_format_is_named_in_the_help_and_in_the_documentation():
    for path in (ROOT / "grader/report/export/words.py",
                 ROOT / "docs/exports.md"):
        text = path.read_text(encoding="utf-8")
        assert [name for name in FORMATS if name not in text] == []
