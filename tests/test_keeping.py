"""What is kept of large answers, on the way and after judging."""

import numpy as np
import pytest

from grader.keeping import run_to_keep, verdict_to_keep
from grader.model import Check, Opaque, Outcome, Verdict
from grader.sandbox import Run, outcomes, wire
from grader.sandbox.encode import encode
from grader.show import show

CHECK_OF_NOTHING = Check("one", "one", "hidden", ())


def kept(value, **facts):
    verdict = Verdict(CHECK_OF_NOTHING, "failed", outcome=Outcome(
        "value", value, raw=encode(value), **facts))
    return verdict_to_keep(verdict).outcome


@pytest.mark.parametrize("value", [
    3, "text", [1, 2], np.arange(100_000.0), None, np.array([1, None])],
    ids=type)
def test_usual_answer_is_kept_as_it_is(value):
    assert show(kept(value).value) == show(value)
    assert not isinstance(kept(value).value, Opaque)


@pytest.mark.parametrize("value", [
    np.zeros(200_000), [0] * 100_000, "x" * 100_000,
    np.array([[]] * 0 + [None] * 90_000, object)], ids=type)
def test_giant_is_kept_as_it_is_shown(value):
    left = kept(value).value
    assert left == Opaque(type(value).__name__, show(value))


def test_giant_argument_is_kept_as_it_is_shown():
    left = kept(1, changed={"0": [0] * 100_000, "1": [5]}).changed
    assert left["0"] == Opaque("list", show([0] * 100_000))
    assert left["1"] == [5]


def test_encoded_bytes_are_dropped():
    assert kept([1, 2]).raw == b""


def test_verdict_without_an_outcome_stays_as_it_is():
    verdict = Verdict(CHECK_OF_NOTHING, "passed")
    assert verdict_to_keep(verdict) is verdict


def test_run_is_kept_without_its_answers():
    run = Run(Outcome("value"), (Outcome("value", 1),), 1, 0.5)
    assert run_to_keep(run) == Run(Outcome("value"), (), 1, 0.5)


def reply(value, **facts):
    return wire.Reply(0, "value", encode(value), **facts)


def test_small_objects_weigh_more_than_their_bytes():
    array = outcomes.weight_of(reply(np.zeros(1000)))
    many = outcomes.weight_of(reply([[]] * 8000))
    assert 8000 <= array < 9000
    assert many >= 8000 * 32


def test_changed_arguments_weigh_too():
    assert outcomes.weight_of(reply(1, changed={"0": bytes(1000)})) > 1000


def test_answers_that_nobody_can_keep_end_the_job(classroom, monkeypatch):
    monkeypatch.setattr(outcomes, "MOST_WEIGHT", 10_000)
    classroom.submit("def double(numbers):\n    return [0] * 1000\n")
    task, = classroom.report().tasks
    assert task.points == 0
    assert "too large to keep them all" in repr(task.checks)


def test_files_without_end_end_the_job(classroom, monkeypatch):
    monkeypatch.setattr("grader.sandbox.scratch.MOST_ENTRIES", 5)
    classroom.submit("import time\ndef double(numbers):\n"
                     "    for n in range(9): open(str(n), 'w').close()\n"
                     "    time.sleep(60)\n")
    task, = classroom.report().tasks
    assert task.points == 0
    assert "more files than any task needs" in repr(task.checks)


@pytest.mark.parametrize("claimed,believed", [
    (1.5, 1.5), (0.0, 0.0), (-1.0, 0.0), (float("nan"), 0.0),
    (float("inf"), 0.0), (1.7e308, 0.0), (86_401.0, 0.0)])
def test_claimed_seconds_stay_in_this_world(claimed, believed):
    outcome = outcomes.outcome_of(reply(1, seconds=claimed))
    assert outcome.seconds == believed


def test_grading_keeps_no_answers(classroom):
    classroom.submit("def double(numbers):\n    return [0] * 90000\n")
    task, = classroom.grade().tasks
    assert task.run.outcomes == ()
    assert all(isinstance(verdict.outcome.value, Opaque)
               for verdict in task.verdicts if verdict.outcome)
