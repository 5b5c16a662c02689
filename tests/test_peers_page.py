"""The comparison with other graders: same checks for all, honest page."""

import json

import pytest
from source_tree import ROOT

from benchmarks.peers import (assignment, environments, marking, page,
                              submissions, tools)
from grader.course import Course

PAGE = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
FOUND = json.loads((ROOT / "benchmarks" / "peers" / "results.json")
                   .read_text(encoding="utf-8"))
GRADERS = [tool.name for tool in tools.TOOLS if tool.read is not None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The assignment as files: data for others, check files for us."""
    place = tmp_path_factory.mktemp("assignment")
    plans = assignment.read_course()
    assignment.write_data(place / "tasks.json", plans)
    assignment.write_checks(place / "checks", plans)
    submissions.write_submissions(place / "submissions")
    return place


def passed(folder, name):
    """Short name -> the checks that a submission passes."""
    place = str(folder / "submissions" / name)
    return {short: [number for number in range(len(task["cases"]))
                    if marking.is_right(task, number,
                                        marking.load(task, place))]
            for short, task in marking.read_tasks(
                str(folder / "tasks.json")).items()}


def test_page_shows_what_was_measured():
    assert page.put_into(PAGE, FOUND) == PAGE


def test_page_without_a_place_for_the_tables_is_refused():
    with pytest.raises(SystemExit, match="no place for the tables"):
        page.put_into("# A page\n", FOUND)


@pytest.mark.parametrize("name", [tool.name for tool in tools.TOOLS])
def test_everything_was_measured(name):
    assert {"cold", "further", "control"} <= FOUND[name].keys()


@pytest.mark.parametrize("name", GRADERS)
def test_grader_was_tried_with_everything_that_goes_wrong(name):
    assert list(FOUND[name]["trials"]) == list(submissions.TRIALS)


@pytest.mark.parametrize("trial", submissions.TRIALS)
def test_we_hold_whatever_goes_wrong(trial):
    assert page.holds(FOUND[tools.OURS]["trials"][trial])


def test_grader_that_is_cheaper_is_named():
    costly = {name: {"cold": {"wall": wall, "cpu": 2.0},
                     "further": {"wall": 2.0, "cpu": 2.0},
                     "control": {"megabytes": 2.0}}
              for name, wall in (("ours", 2.0), ("pytest", 1.0),
                                 ("nbgrader", 3.0), ("loop", 0.1))}
    said = page.cheaper(costly)
    assert "cold, wall time: pytest (0.50)" in said
    assert "nbgrader" not in said and "loop" not in said


QUIET = {"started": "2026-01-01T10:00:00", "load": 0.1}


@pytest.mark.parametrize("other, said", [
    (QUIET, ""),
    (QUIET | {"load": 9.0}, "the machine was busy, load 9.0"),
    (QUIET | {"started": "2026-01-02T10:00:00"}, "from several runs"),
    (None, "load was not written down"),
])
def test_numbers_of_a_doubtful_run_are_called_provisional(other, said):
    rows = {name: {"cold": {}, "machine": {"cores": 2}, "cost_run": run}
            for name, run in (("ours", QUIET), ("pytest", other))}
    text = " ".join(page.doubts(rows).split())
    assert said in text
    assert bool(text) == bool(said) == ("Provisional" in text)


def test_lost_neighbour_is_not_held():
    one = {"problem": "", "others": 109, "seconds": 1.0, "bytes": 5}
    assert not page.holds(one)
    assert page.word(one) == "1 lost"


def test_large_report_is_not_held():
    one = {"problem": "report too large", "others": 0, "seconds": 1.0,
           "bytes": 104_000_000}
    assert not page.holds(one)
    assert page.word(one) == "104 MB"


@pytest.mark.parametrize("tool", tools.TOOLS, ids=lambda tool: tool.name)
def test_each_grader_stands_in_the_list_of_versions(tool):
    assert set(tool.packages) <= environments.pinned().keys()


def test_assignment_has_120_checks_in_three_kinds_of_tasks(folder):
    tasks = marking.read_tasks(str(folder / "tasks.json"))
    assert [len(task["cases"]) for task in tasks.values()] == [10] * 12
    assert {task["kind"] for task in tasks.values()} == {
        "function", "script", "class"}
    assert all(len({case["call"] for case in task["cases"]}) == 10
               for task in tasks.values())


def test_right_work_passes_every_check(folder):
    assert set(map(len, passed(folder, "right-00").values())) == {10}


def test_wrong_work_passes_some_checks_of_the_wrong_tasks_only(folder):
    counts = {short: len(found)
              for short, found in passed(folder, "wrong").items()}
    wrong = {assignment.short(task) for task in submissions.WRONG}
    assert {short for short, count in counts.items() if count < 10} == wrong
    assert all(counts[short] > 0 for short in wrong)


def test_our_check_files_ask_for_the_same_in_the_same_order(folder):
    course = Course(root=str(folder / "checks"))
    tasks = marking.read_tasks(str(folder / "tasks.json"))
    assert course.broken == {}
    assert len(course.files) == len(tasks)
    for file in course.files:
        wanted = [(case["expected"], case["raises"])
                  for case in tasks[assignment.short(file.id)]["cases"]]
        assert asked(course.plan(file, 1, False), file.kind) == wanted


def asked(plan, kind):
    """The outcomes of our checks, each of one case, in the form of data."""
    outcomes = [case.expected for check in plan.checks
                for case in check.cases]
    return [(assignment.literal(one.stdout if kind == "script"
                                else one.value),
             [one.error, one.text] if one.state == "exception" else [])
            for one in outcomes]
