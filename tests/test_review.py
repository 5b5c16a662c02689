"""The file for reading what students read: complete, and honest."""

import pytest

from grader.author.review import entries, entry_text, main, review
from grader.course import Course
from grader.report.details import details, shown_checks
from grader.report.schema import CheckInfo, PartInfo, TaskInfo

TASKS = ("0x00-linear_algebra/8-ridin_bareback",
         "0x00-linear_algebra/1-trim_me_down", "0x01-plotting/0-line",
         "0x02-calculus/4-hello_derivatives", "0x03-probability/0-poisson")


@pytest.fixture(scope="module")
def read(sandbox):
    course = Course(TASKS)
    return course, list(entries(course, sandbox))


def test_every_mistake_and_every_wrong_choice_has_an_entry(read):
    course, found = read
    for file in course.files:
        wanted = (set(file.choice.hints) if file.choice
                  else set(file.mistakes))
        names = {entry.name.removeprefix("option ") for entry in found
                 if entry.file.id == file.id}
        assert names == wanted


def test_every_mistake_loses_something_and_shows_its_own_hint(read):
    _, found = read
    for entry in found:
        text = entry_text(entry)
        assert "NOT CAUGHT" not in text
        assert "IS NOT SHOWN" not in text
        assert entry.wanted in text


def test_entry_shows_call_expected_and_got(read):
    _, found = read
    text = next(entry_text(entry) for entry in found
                if entry.name == "mistake_entry_by_entry")
    assert "mat_mul([[2]], [[0, 1, 3]])" in text
    assert "expected: [[0, 2, 6]]" in text
    assert "got:      [[0]]" in text


def test_mistake_that_loses_nothing_is_marked(read):
    _, found = read
    entry = found[0].__class__(found[0].file, "mistake_x", "A hint.", ())
    assert "NOT CAUGHT" in entry_text(entry)


def test_whole_file_counts_what_it_holds(sandbox):
    text = review(Course(TASKS[:1]), sandbox)
    assert f"{text.count('### ')} mistakes of 1 tasks" in text
    assert f"## {TASKS[0]}" in text


def test_file_is_written_where_it_was_asked_for(tmp_path):
    path = tmp_path / "review.md"
    assert main([str(path), TASKS[3]]) == 0
    assert path.read_text(encoding="utf-8").startswith("# What students")


@pytest.mark.parametrize("words, status, said", [
    ([], 2, "OUT.md"), (["--help"], 2, "OUT.md"),
    (["out.md", "no-such-task"], 2, "No task is called `no-such-task`")])
def test_wrong_words_are_answered_with_the_right_ones(capsys, words, status,
                                                      said):
    assert main(words) == status
    assert said in capsys.readouterr().err


def test_place_that_cannot_be_written_is_told(tmp_path, capsys):
    assert main([str(tmp_path / "no" / "review.md"), TASKS[3]]) == 3
    assert "No such file" in capsys.readouterr().err


# --- what a report shows of several lost checks


def check(name, call="draw()", hint="", got="wrong", status="failed"):
    return CheckInfo(name, f"the {name}", "visible", status, 0, 1, call,
                     "right", got, "it differs", hint)


def task(*checks):
    lost = sum(one.status != "passed" for one in checks)
    return TaskInfo("topic/0-task", "Task", "0-task.py", "", "failed",
                    10 - lost, 10, 0, {"output": PartInfo(7 - lost, 7)},
                    list(checks), [])


def lines(*checks, verbose=False):
    return [text.strip() for text, _ in details(task(*checks), verbose)]


def test_other_hints_to_the_same_call_are_shown_below_their_names():
    told = lines(check("colour", hint="Make it red."),
                 check("limits", hint="Set the limits."),
                 check("title", hint="Make it red."),
                 check("lines", status="passed"))
    assert told.count("hint: Make it red.") == 1
    assert told[told.index("- the limits") + 1] == "hint: Set the limits."
    assert told[told.index("- the title"):] == ["- the title"]


def test_other_hints_to_other_calls_wait_until_the_first_is_repaired():
    told = lines(check("short", "f(1)", "One."), check("long", "f(10)",
                                                       "Two."))
    assert "hint: One." in told
    assert "hint: Two." not in told
    assert "All 2 checks lost (2 points)." in told


def test_all_properties_lost_are_listed_when_their_hints_differ():
    told = lines(check("colour", hint="Make it red."),
                 check("limits", hint="Set the limits."))
    assert "2 of 2 checks lost (2 points):" in told
    assert "hint: Set the limits." in told


def test_verbose_details_tell_each_hint_with_its_case():
    told = lines(check("colour", hint="Make it red."),
                 check("limits", hint="Set the limits."), verbose=True)
    assert told.count("hint: Set the limits.") == 1


def test_check_that_was_stopped_goes_before_those_after_it():
    checks = [check("a", "f(1)", status="not_run"),
              check("b", "f(1000)", status="refused"),
              check("c", got="")]
    assert [one.name for one in shown_checks(checks)] == ["b", "a"]
