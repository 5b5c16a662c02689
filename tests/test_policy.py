"""The policy file: scope, points, seed, what is shown, being late."""

from datetime import datetime
from fractions import Fraction

import msgspec
import pytest
from source_tree import ROOT

from grader.commands import GradeOptions, least_isolation, make_report
from grader.course import Course
from grader.lateness import lateness, read_time
from grader.model import UsageError
from grader.policy import NAME, Policy, PolicyError, find_policy, read_policy

TASK = "0x00-linear_algebra/8-ridin_bareback"
WRONG = (b"#!/usr/bin/env python3\n\"\"\"Products.\"\"\"\n\n\n"
         b"def mat_mul(mat1, mat2):\n    \"\"\"Sixes and sevens.\"\"\"\n"
         b"    return [[42]]\n")


@pytest.fixture
def write(tmp_path):
    """A policy file with this text; gives its path."""
    def write_policy(text):
        path = tmp_path / NAME
        path.write_text(text)
        return str(path)
    return write_policy


@pytest.fixture
def wrong(tmp_path):
    """A submission whose one task gives the same wrong answer always."""
    folder = tmp_path / "work" / "0x00-linear_algebra"
    folder.mkdir(parents=True)
    (folder / "8-ridin_bareback.py").write_bytes(WRONG)
    return str(folder.parent)


def report(path, **words):
    return make_report(GradeOptions(
        path, tasks=(TASK,), root=str(ROOT), **words))


def test_without_a_file_the_defaults_hold(tmp_path):
    assert find_policy("", str(tmp_path)) == Policy()


def test_file_beside_the_grader_is_found(write, tmp_path):
    write("seed = 7\n")
    assert find_policy("", str(tmp_path)).seed == 7


def test_file_in_the_submission_is_not_read(wrong, tmp_path):
    (tmp_path / "work" / NAME).write_text("[points]\noutput = 1000\n")
    assert report(wrong).max_points == 10


@pytest.mark.parametrize("text, words", [
    ("sed = 3\n", ["line 1", "`sed`", "did you mean `seed`"]),
    ("seed = 1\n[points]\nouput = 3\n", ["line 3", "did you mean `output`"]),
    ("[task.\"*\"]\nwieght = 2\n", ["line 2", "did you mean `weight`"]),
    ("[late]\ndue = 2026-12-01T10:00:00\n", ["line 2", "time zone"]),
    ("[late]\ndu = 2026-12-01T10:00:00Z\n", ["did you mean `due`"]),
    ("reveal = \"some\"\n", ["line 1", "some"]),
    ("seed = \"three\"\n", ["line 1", "int"]),
    ("[points]\noutput = -1\n", ["from 0 to a million"]),
    ("[points]\noutput = nan\n", ["from 0 to a million"]),
    ("seed = \n", ["no TOML"]),
    ("zzz = 1\n", ["the names are tasks, seed"])])
def test_wrong_policy_is_refused_with_its_line_and_the_way_out(
        write, text, words):
    with pytest.raises(PolicyError) as refused:
        read_policy(write(text))
    assert [word for word in words if word not in str(refused.value)] == []


def test_binary_or_missing_policy_is_refused_in_one_sentence(tmp_path):
    (tmp_path / NAME).write_bytes(b"\xff\x00")
    for path in (str(tmp_path / NAME), str(tmp_path / "none")):
        with pytest.raises(PolicyError, match=path):
            read_policy(path)


@pytest.mark.parametrize("text", [
    "tasks = " + "[" * 3000, "late = " + "{a = " * 3000,
    "seed = " + "9" * 5000], ids=["lists", "tables", "digits"])
def test_policy_that_goes_on_for_ever_is_refused(write, text):
    with pytest.raises(PolicyError, match=NAME):
        read_policy(write(text))


@pytest.mark.parametrize("seed", [1 << 63, -(1 << 63), 10 ** 90])
def test_seed_that_fits_into_no_report_is_wrong_usage(wrong, seed):
    with pytest.raises(UsageError, match="at most 18 digits"):
        report(wrong, seed=seed)


@pytest.mark.parametrize("seed", [(1 << 63) - (1 << 60), -7])
def test_seed_that_fits_is_taken_as_it_is(seed):
    assert Course((TASK,)).seed_for(seed) == seed


def test_tasks_narrow_the_scope(write):
    policy = read_policy(write('tasks = ["0x02-calculus", "*/8-ridin*"]\n'))
    ids = [file.id for file in Course(policy=policy).files]
    assert TASK in ids
    assert {task.partition("/")[0] for task in ids} == {
        "0x02-calculus", "0x00-linear_algebra"}


def test_points_and_weights_multiply_exactly(write):
    policy = read_policy(write(
        '[points]\nstyle = 0.1\n[task."0x00-linear_algebra"]\nweight = 3\n'
        '[task."*/8-*"]\nweight = 0.1\npoints = {output = 5}\n'))
    course = Course((TASK,), policy=policy)
    assert course.files[0].points == {
        "output": Fraction(1, 2), "rules": Fraction(1, 10),
        "style": Fraction(1, 100), "docs": Fraction(1, 10)}


def test_weighted_reference_earns_all_its_points(write):
    path = write('[task."*/8-*"]\nweight = 2.5\n')
    made = report(str(ROOT), policy=path)
    assert (made.points, made.max_points) == (25, 25)


def hidden(made):
    return [check for check in made.tasks[0].checks
            if check.visibility == "hidden"]


@pytest.mark.parametrize("level, shown", [
    ("full", {"call", "expected", "got", "difference", "hint", "title"}),
    ("actual-only", {"call", "got", "hint", "title"}),
    ("hint-only", {"hint", "title"}),
    ("nothing", set())])
def test_failed_hidden_check_shows_what_the_policy_allows(
        write, wrong, level, shown):
    path = write(f'reveal = "{level}"\n')
    before = {check.title for check in hidden(report(wrong))}
    checks = hidden(report(wrong, policy=path))
    names = ("call", "expected", "got", "difference", "hint")
    seen = {name for name in names for check in checks
            if getattr(check, name)}
    if before & {check.title for check in checks}:
        seen.add("title")
    assert seen <= shown and seen >= shown - {"hint"}
    assert any(check.status == "failed" for check in checks)


def test_hidden_input_stands_nowhere_in_a_report_that_reveals_nothing(
        wrong):
    calls = [check.call for check in hidden(report(wrong)) if check.call]
    told = msgspec.json.encode(report(wrong, reveal="nothing")).decode()
    assert calls and not any(call in told for call in calls)


def test_visible_checks_are_shown_whatever_the_policy_says(wrong):
    shown = [check for check in report(wrong, reveal="nothing")
             .tasks[0].checks if check.visibility == "visible"]
    assert any(check.call and check.expected for check in shown)


def test_one_task_may_reveal_more_than_the_rest(write, wrong):
    path = write(f'reveal = "nothing"\n[task."{TASK}"]\nreveal = "full"\n')
    assert any(check.call for check in hidden(report(wrong, policy=path)))


@pytest.mark.parametrize("word, policy, least", [
    ("process", "full", "full"), ("full", "process", "full"),
    ("limits", "process", "limits"), ("process", "process", "process")])
def test_stricter_demand_for_protection_holds(word, policy, least):
    assert least_isolation(GradeOptions("", require_isolation=word),
                           Policy(isolation=policy)) == least


LATE = """
[late]
due = 2026-12-01T23:59:00+01:00
grace_minutes = 15
percent_per_day = 10
most_percent = 50
"""


@pytest.mark.parametrize("submitted, percent", [
    ("2026-12-01T23:59:00+01:00", None),
    ("2026-12-02T00:14:00+01:00", None),    # within the grace
    ("2026-12-01T23:15:00+00:00", 10),      # another zone, the same clock
    ("2026-12-02T23:59:00+01:00", 10),
    ("2026-12-02T23:59:01+01:00", 20),
    ("2027-01-01T00:00:00+01:00", 50)])
def test_being_late_costs_what_the_rule_says(write, submitted, percent):
    found = lateness(read_policy(write(LATE)),
                     datetime.fromisoformat(submitted))
    assert (found and found.percent) == percent


def test_late_report_tells_both_sums(write):
    made = report(str(ROOT), policy=write(LATE),
                  submitted="2026-12-04T12:00:00+01:00")
    assert made.late is not None
    assert (made.points, made.late.points_before, made.late.days) == (
        7, 10, 3)
    assert sum(task.points for task in made.tasks) == 10


@pytest.mark.parametrize("text", ["yesterday", "2026-12-01T10:00:00"])
def test_time_without_a_zone_or_sense_is_wrong_usage(text):
    with pytest.raises(UsageError, match="with its zone"):
        read_time(text)
