"""The time of a solution, held against the oracle's own."""

import pytest
from graded import RIGHT
from small_course import CHECK, make_plan, write_check

from grader import pace
from grader.form import FormResult
from grader.model import Finding, Outcome

PACED = CHECK.replace("ENTRY =", 'PACE = "double(list(range(20000)))"\n'
                                 "ENTRY =")
# Nothing here waits for a clock: each call may take as long as it likes.
PATIENT = PACED.replace("ENTRY =", 'LIMITS = {"call_seconds": 60.0, '
                        '"task_seconds": 99.0}\nENTRY =')
COSTLY = Finding("rules", "pace", "slow")
REMARK = Finding("rules", "pace", "slow", remark=True)


@pytest.fixture
def judge(tmp_path, monkeypatch):
    """Judge so many processor seconds against a yardstick of 0.01."""
    plan = make_plan(tmp_path, PACED)
    monkeypatch.setattr(pace, "yardstick", lambda *words: 0.01)

    def judge(seconds, state="value"):
        return pace.judge_pace(plan, Outcome(state, cpu_seconds=seconds))
    return judge


def test_pace_is_one_more_call_after_all_checks(tmp_path):
    plain, paced = make_plan(tmp_path), make_plan(tmp_path, PACED)
    assert len(paced.calls) == len(plain.calls) + 1
    assert paced.calls[:-1] == plain.calls
    assert paced.calls[-1].group == len(paced.checks)


@pytest.mark.parametrize("seconds", [0.0, 0.009, 0.02, 0.05])
def test_up_to_five_times_is_good(judge, seconds):
    assert judge(seconds) is None


@pytest.mark.parametrize("seconds", [0.051, 0.1, 0.2])
def test_up_to_twenty_times_is_a_remark(judge, seconds):
    assert judge(seconds).remark


def test_above_twenty_times_is_a_finding(judge):
    found = judge(0.21)
    assert not found.remark
    assert found.text == ("You loop over the images: it took 21 times as "
                          "long as plain loops over the output.")


def test_time_out_is_a_finding(judge):
    assert not judge(0.0, "timeout").remark


def test_exception_is_told_elsewhere(judge):
    assert judge(9.0, "exception") is None


def test_task_without_pace_is_never_slow(tmp_path):
    outcome = Outcome("value", cpu_seconds=1e9)
    assert pace.judge_pace(make_plan(tmp_path), outcome) is None


def test_yardstick_is_the_oracle_on_this_machine(tmp_path):
    plan = make_plan(tmp_path, PACED)
    assert pace.yardstick(plan, pace.pace_call(plan)) > 0


def test_pace_is_one_more_rule():
    rules = FormResult((), 2, 2)
    assert pace.with_pace(rules, None) == FormResult((), 3, 3)
    assert pace.with_pace(rules, REMARK) == FormResult((REMARK,), 3, 3)
    assert pace.with_pace(rules, COSTLY) == FormResult((COSTLY,), 2, 3)


def test_loops_that_were_charged_already_are_not_charged_twice():
    loops = FormResult((), 1, 2, ("at most 2 loops",))
    assert pace.with_pace(loops, COSTLY) == loops


@pytest.fixture
def slow(classroom, monkeypatch):
    """Grades a solution that only loops before it returns."""
    # Only the student's time is measured; any machine needs this long.
    monkeypatch.setattr(pace, "yardstick", lambda *words: 1e-4)

    def grade_slow(answer):
        write_check(classroom.checks, PATIENT)
        classroom.submit(RIGHT.replace(
            "    return [2", "    for wait in range(100 * len(numbers)):\n"
            f"        pass\n    return [{answer}"))
        return classroom.grade().tasks[0]
    return grade_slow


def test_slow_solution_loses_no_output_points(slow):
    task = slow(2)
    assert float(task.parts["output"].points) == 7
    assert [finding.code for finding in task.findings] == ["pace"]


def test_wrong_solution_is_not_told_of_its_pace(slow):
    assert slow(3).findings == ()
