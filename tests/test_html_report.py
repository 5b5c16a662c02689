"""The page: what it says, how it is built, and that it stands alone."""

import base64
import hashlib
import re
import subprocess
import sys

import msgspec
import pytest
from graded import RIGHT, WRONG
from html_reader import faults, read_page
from small_course import CHECK, TASK, write_check
from source_tree import ROOT

from grader.incremental import Graded
from grader.report.assemble import Head
from grader.report.build import build_report
from grader.report.html.evidence import Evidence, evidence_of
from grader.report.html.page import to_html, to_page
from grader.report.html.style import style_sheet
from grader.report.schema import LateInfo

PACKAGE = ROOT / "grader" / "report" / "html"
TASK_ID = TASK.replace("/", "-")


def page_of(classroom, report=None, **words):
    """The page of what was handed in, as a tree."""
    return read_page(bytes_of(classroom, report, **words))[0]


def bytes_of(classroom, change=None, **words):
    """The page; change: report -> another report."""
    result = classroom.grade(**words)
    report = build_report(result)
    if change:
        report = change(report)
    return to_html(report, evidence_of(
        result.submission.tasks,
        {task.file.id: task for task in result.tasks}, report))


def card_of(page, title):
    """The failed check with this title."""
    card, = [card for card in page.all("details", kind="check")
             if card.one("summary").text().startswith(title)]
    return card


def with_checks(**facts):
    """A change of every failed check of a report."""
    def change(report):
        return msgspec.structs.replace(report, tasks=[
            msgspec.structs.replace(task, checks=[
                msgspec.structs.replace(check, **facts)
                if check.status != "passed" else check
                for check in task.checks]) for task in report.tasks])
    return change


def with_facts(**facts):
    return lambda report: msgspec.structs.replace(report, **facts)


# what it says

def test_points_are_the_heading_and_the_title(classroom):
    classroom.submit(WRONG)
    page = page_of(classroom)
    assert page.one("h1").text() == "5.8 of 10 points"
    head = page.one("head")
    assert head.one("title").text().startswith("5.8 of 10 points")


def test_states_are_counted_in_words(classroom):
    write_check(classroom.checks, CHECK, "0x00-topic/1-other")
    classroom.submit(WRONG)
    counts = page_of(classroom).one("ul", kind="counts")
    assert [item.text() for item in counts.all("li")] == [
        "\u2717 1 failed", "\u25cb 1 missing"]


def test_next_step_is_a_command_and_a_link(classroom):
    classroom.submit(WRONG)
    step = page_of(classroom).one("section", kind="next")
    assert step.one("a").attributes["href"] == f"#{TASK_ID}"
    assert step.one("pre").text().strip().endswith("--task 0-double")


def test_next_step_of_a_missing_task_is_to_write_it(classroom):
    step = page_of(classroom).one("section", kind="next")
    assert f"Write {TASK}" in step.text()
    assert "README" in step.text()


def test_next_step_of_a_misspelt_task_is_its_right_name(classroom):
    classroom.submit(RIGHT, TASK.replace("0-double", "0_double") + ".py")
    step = page_of(classroom).one("section", kind="next")
    assert "its name must be 0-double.py" in step.text()


def test_nothing_is_left_to_do_when_all_points_are_earned(classroom):
    classroom.submit(RIGHT)
    step = page_of(classroom).one("section", kind="next")
    assert "Nothing to repair" in step.text()


def test_at_most_three_steps_are_told_in_full(classroom):
    classroom.submit(WRONG)
    for number in range(1, 6):
        write_check(classroom.checks, CHECK, f"0x00-topic/{number}-other")
        classroom.submit(WRONG, f"0x00-topic/{number}-other.py")
    step = page_of(classroom).one("section", kind="next")
    assert len(step.all("pre")) == 3
    assert "3 more tasks" in step.text()


def test_topics_come_with_their_points_and_a_link_to_each_task(classroom):
    classroom.submit(WRONG)
    glance = page_of(classroom).one("ul", kind="glance")
    assert glance.one("span", kind="score").text() == "5.8 / 10"
    chip = glance.one("a", kind="chip")
    assert chip.attributes["aria-label"] == "0-double: failed"
    assert chip.attributes["href"] == f"#{TASK_ID}"


def test_failed_tasks_come_before_those_that_passed(classroom):
    write_check(classroom.checks, CHECK, "0x00-topic/1-other")
    classroom.submit(RIGHT)
    classroom.submit(WRONG, "0x00-topic/1-other.py")
    tasks = page_of(classroom).all("article", "details", kind="task")
    assert [(task.name, task.attributes["id"]) for task in tasks] == [
        ("article", "0x00-topic-1-other"), ("details", TASK_ID)]


def test_passed_task_is_folded(classroom):
    classroom.submit(RIGHT)
    task = page_of(classroom).by_id(TASK_ID)
    assert task.name == "details" and "open" not in task.attributes
    assert task.one("h3").text().split() == [
        "\u2713", "passed", "0-double", "10", "/", "10"]


def test_parts_show_their_points(classroom):
    classroom.submit(WRONG)
    parts = page_of(classroom).one("ul", kind="parts").all("li")
    assert [part.text() for part in parts] == [
        "output 2.8 / 7", "rules 1 / 1", "style 1 / 1", "docs 1 / 1"]


def test_failed_check_shows_call_expected_and_got(classroom):
    classroom.submit(WRONG)
    card = card_of(page_of(classroom), "double([1, 2])")
    words = [node.text() for node in card.all("dt", "dd")]
    assert words == ["expected", "[2, 4]", "got", "[1, 4]"]


def test_case_of_a_hidden_check_shows_its_call_too(classroom):
    classroom.submit(WRONG)
    card = card_of(page_of(classroom), "short lists hidden check")
    assert card.all("dd")[0].text().startswith("double([")


def test_difference_is_marked_with_more_than_colour(classroom):
    classroom.submit(WRONG)
    card = card_of(page_of(classroom), "double([1, 2])")
    assert [node.text() for node in card.all("mark")] == ["2", "1"]
    rule = re.search(r"\nmark \{(.*?)\}", style_sheet(), re.DOTALL)[1]
    assert "underline" in rule and "font-weight: 700" in rule


def test_hint_is_told_once_for_all_checks(classroom):
    classroom.submit(WRONG)
    hints = [node.text() for node in page_of(classroom).all(
        "p", kind="hint")]
    assert hints == ["Hint: You square the numbers; doubling multiplies by "
                     "2."]


def test_code_in_a_sentence_is_shown_as_code(classroom):
    classroom.submit(RIGHT.replace("[2 * number for number in numbers]",
                                   "2 * numbers"))
    hint = page_of(classroom).all("p", kind="hint")[0]
    assert hint.one("code").text() == "2 * list"


def test_first_checks_are_open_and_the_others_folded(classroom):
    classroom.submit(WRONG)
    cards = page_of(classroom).all("details", kind="check")
    assert ["open" in card.attributes for card in cards] == [
        True, True, False]


def test_passed_checks_are_listed(classroom):
    classroom.submit(WRONG)
    lists = [node for node in page_of(classroom).all("details", kind="more")
             if "passed" in node.one("summary").text()]
    assert [node.one("summary").text() for node in lists] == [
        "2 checks passed"]


def test_page_ends_with_what_was_not_looked_at_and_how(classroom):
    classroom.submit(RIGHT)
    page = page_of(classroom, seed=17, only_visible=True)
    heads = [node.text() for node in page.all("h2")]
    assert heads[-2:] == ["What was not looked at", "How this was graded"]
    left_out = [node for node in page.all("section") if node.attributes.get(
        "aria-labelledby") == "left-out"][0]
    assert "all hidden checks" in left_out.text()
    facts = page.one("dl", kind="facts").text()
    assert "Seed17" in facts and "version" in facts
    assert re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d UTC", facts)


def test_reasons_of_a_weak_isolation_are_told(classroom):
    classroom.submit(RIGHT)

    def weak(report):
        return with_facts(isolation=msgspec.structs.replace(
            report.isolation, level="process",
            why=["no Landlock in this kernel"]))(report)
    facts = page_of(classroom, weak).one("dl", kind="facts").text()
    assert "process: student code ran with the rights" in facts
    assert "no Landlock in this kernel" in facts


def test_grader_error_is_ours_and_costs_nothing(classroom):
    write_check(classroom.checks, CHECK.replace(
        "for size in (1, 2, 3):", "for size in 7:"))
    classroom.submit(RIGHT)
    page = page_of(classroom)
    assert "They cost nothing" in page.one("section", kind="notice").text()
    assert "not counted" in page.by_id(TASK_ID).text()


def test_being_late_is_told_beside_the_points(classroom):
    classroom.submit(RIGHT)
    late = LateInfo("2026-12-01T00:00:00+00:00",
                    "2026-12-02T01:00:00+00:00", 2, 20.0, 10.0)
    page = page_of(classroom, with_facts(late=late, points=8.0))
    words = page.one("header").text()
    assert "8 of 10 points" in words
    assert "2 days" in words and "20 % of the 10 points" in words


def test_remarks_about_the_folder_are_told(classroom):
    classroom.submit(RIGHT)
    page = page_of(classroom, lambda report: with_facts(
        submission=msgspec.structs.replace(
            report.submission, remarks=["`x` was left aside."]))(report))
    assert "x was left aside." in page.one("section", kind="notice").text()


def test_report_of_nothing_is_a_page_too(classroom):
    classroom.submit(RIGHT)
    data = bytes_of(classroom, with_facts(
        tasks=[], points=0, max_points=0, grader_errors=["no disk"]))
    assert faults(data) == []
    assert "Nothing could be graded" in read_page(data)[0].text()


def test_page_without_evidence_has_no_file_and_no_picture(classroom):
    classroom.submit(WRONG)
    data = to_html(classroom.report(), {})
    page, found = read_page(data)
    assert found == [] and page.all("div", kind="source") == []


def test_result_of_an_earlier_run_keeps_its_file(classroom):
    classroom.submit(WRONG)
    result = classroom.grade()
    report = build_report(result)
    head = Head(result.submission, (), 0, result.isolation, 1, False, 0.0,
                0.1)
    page, _ = read_page(to_page(report, Graded(head, ())))
    assert "double" in page.one("div", kind="source").text()


# what must stay closed

def test_closed_check_tells_no_value_and_no_place(classroom):
    classroom.submit(RIGHT.replace(
        "    return [", "    if len(numbers) == 3:\n"
        "        raise ValueError(numbers)\n    return ["))
    closed = with_checks(call="", expected="", got="", difference="",
                         stdout="")
    page = page_of(classroom, closed)
    assert page.all("p", kind="note") == []
    assert page.all("details", kind="check") == []
    assert "ValueError:" not in page.text()


def test_hints_of_closed_checks_are_all_told(classroom):
    classroom.submit(WRONG)
    page = page_of(classroom, with_checks(
        call="", expected="", got="", difference="", hint="Think again."))
    assert page.one("p", kind="hint").text() == "Hint: Think again."


# how it is built

@pytest.mark.parametrize("text", [RIGHT, WRONG, "def double(:", "",
                                  "raise ValueError\n"])
def test_page_is_well_formed(classroom, text):
    classroom.submit(text)
    assert faults(bytes_of(classroom)) == []


def test_page_of_a_missing_task_is_well_formed(classroom):
    assert faults(bytes_of(classroom)) == []


def test_page_asks_for_nothing_from_elsewhere(classroom):
    classroom.submit(WRONG)
    data = bytes_of(classroom).decode()
    assert not re.search(r"https?:|//|@import|url\(|<script|\son\w+=",
                         data.replace("/usr/bin", ""))
    page, _ = read_page(data)
    icon = page.one("link")
    assert icon.attributes == {"rel": "icon", "href": "data:,"}


def test_policy_lets_in_this_style_sheet_and_nothing_else(classroom):
    classroom.submit(RIGHT)
    page = page_of(classroom)
    rules = dict(part.strip().split(" ", 1) for part in [
        node for node in page.all("meta")
        if "http-equiv" in node.attributes][0].attributes[
            "content"].split(";"))
    digest = base64.b64encode(hashlib.sha256(
        page.one("style").text().encode()).digest()).decode()
    assert rules == {
        "default-src": "'none'", "style-src": f"'sha256-{digest}'",
        "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}


def test_policy_stands_before_all_that_it_rules(classroom):
    classroom.submit(RIGHT)
    names = [node.attributes.get("http-equiv", node.name)
             for node in page_of(classroom).one("head").children]
    assert names.index("Content-Security-Policy") == 1


def test_markup_is_written_in_two_modules_only():
    found = {path.name for path in PACKAGE.glob("*.py")
             if re.search(r"[\"'(]</?[a-z]", path.read_text(
                 encoding="utf-8"))}
    assert found <= {"elements.py", "page.py"}


def test_writing_imports_no_drawing_library():
    code = ("import sys; import grader.report.html.page; "
            "sys.exit('matplotlib' in sys.modules or "
            "'pygments' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code],
                          cwd=ROOT).returncode == 0


def test_command_writes_the_page_and_the_terminal(tmp_path):
    folder = tmp_path / "0x00-linear_algebra"
    folder.mkdir()
    (folder / "2-size_me_please.py").write_text("x = 1\n")
    page = tmp_path / "page.html"
    run = subprocess.run(
        [sys.executable, "-m", "grader", "grade", str(folder), "--task",
         "2-size_me_please", "--html", str(page)], cwd=ROOT, text=True,
        capture_output=True, env={"PATH": "", "GRADER_NO_BOOTSTRAP": "1",
                                  "HOME": str(tmp_path)})
    assert run.returncode == 1, run.stderr
    assert "1 failed" in run.stdout
    data = page.read_bytes()
    assert faults(data) == []
    assert "x = 1" in read_page(data)[0].one("div", kind="source").text()


def test_page_that_cannot_be_written_is_a_wrong_word(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "grader", "grade", str(ROOT), "--task",
         "2-size_me_please", "--html", str(tmp_path / "no" / "x.html")],
        cwd=ROOT, text=True, capture_output=True,
        env={"PATH": "", "GRADER_NO_BOOTSTRAP": "1", "HOME": str(tmp_path)})
    assert run.returncode == 2
    assert "could not be written" in run.stderr


def test_evidence_of_a_task_that_is_not_told_is_left_out(classroom):
    classroom.submit(RIGHT)
    result = classroom.grade()
    report = with_facts(tasks=[])(build_report(result))
    assert evidence_of(result.submission.tasks, {}, report) == {}
    assert Evidence().lines == ()
