"""Replies and ends of processes -> outcomes, with strict caps."""

import math
import signal

import pytest
from hypothesis import given
from plain_values import PLAIN, generated, same

from grader.model import Limits
from grader.sandbox import outcomes
from grader.sandbox.encode import encode
from grader.sandbox.outcomes import crashed, outcome_of
from grader.sandbox.wire import MAX_STDOUT, MAX_TEXT, Reply

LIMITS = Limits(call_seconds=0.5, task_seconds=3)


# replies

@given(PLAIN)
@generated
def test_value_of_a_reply_is_decoded(value):
    outcome = outcome_of(Reply(0, "value", encode(value)))
    assert outcome.state == "value"
    assert same(outcome.value, value)
    assert outcome.raw == encode(value)


def test_what_a_reply_tells_is_kept():
    outcome = outcome_of(Reply(
        3, "value", encode(1), "E", "text", 7, "printed", {"0": encode([2])},
        "result is argument 1", (("f.py", 7, "f"),), ("note",), 0.25))
    assert (outcome.error, outcome.text, outcome.line) == ("E", "text", 7)
    assert outcome.stdout == "printed"
    assert outcome.changed == {"0": [2]}
    assert outcome.shared == "result is argument 1"
    assert outcome.trace == (("f.py", 7, "f"),)
    assert (outcome.notes, outcome.seconds) == (("note",), 0.25)


@pytest.mark.parametrize("state", ["exception", "timeout", "refused",
                                   "crash", "not_run"])
def test_value_beside_another_state_is_not_looked_at(state):
    outcome = outcome_of(Reply(0, state, b"\xc1 nonsense"))
    assert (outcome.state, outcome.value) == (state, None)


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x81\xa1z\x01", b"\x01\x01",
                                  b"\x81\xa1b\xcd\xff\xff"])
def test_value_that_cannot_be_read_is_refused(data):
    outcome = outcome_of(Reply(0, "value", data))
    assert (outcome.state, outcome.error) == ("refused", "protocol")
    assert outcome.text.startswith("its answer could not be read (")


def test_changed_argument_that_cannot_be_read_is_refused():
    reply = Reply(0, "value", encode(1), changed={"0": b"\xc1"})
    assert outcome_of(reply).state == "refused"


@pytest.mark.parametrize("sent, kept", [
    (0, 0), (1, 1), (500, 500), (-1, 0), (1 << 62, 0), (-(1 << 62), 0),
])
def test_line_that_no_file_has_is_forgotten(sent, kept):
    outcome = outcome_of(Reply(0, "exception", line=sent,
                               trace=(("f.py", sent, "f"),)))
    assert outcome.line == kept
    assert outcome.trace == (("f.py", kept, "f"),)


@pytest.mark.parametrize("sent, kept", [
    (0.5, 0.5), (0.0, 0.0), (-1.0, 0.0), (math.nan, 0.0), (math.inf, 0.0),
    (-math.inf, 0.0),
])
def test_time_that_no_clock_shows_is_forgotten(sent, kept):
    outcome = outcome_of(Reply(0, "value", encode(1), seconds=sent))
    assert outcome.seconds == kept


def test_everything_in_a_reply_is_capped():
    long = "x" * 100_000
    outcome = outcome_of(Reply(
        0, "exception", b"", long, long, 1, long,
        {long + str(place): encode(1) for place in range(100)}, long,
        ((long, 1, long),) * 100, (long,) * 100))
    assert len(outcome.error) <= 200
    assert len(outcome.text) == MAX_TEXT
    assert len(outcome.stdout) == MAX_STDOUT
    assert len(outcome.shared) == 500
    assert len(outcome.changed) <= 20
    assert max(map(len, outcome.changed)) == 100
    assert len(outcome.trace) == 12
    assert all(len(file) + len(name) <= 200
               for file, _, name in outcome.trace)
    assert len(outcome.notes) == 20
    assert max(map(len, outcome.notes)) == 300


# ends of processes

@pytest.mark.parametrize("number, words", [
    (signal.SIGSEGV, "segmentation fault"),
    (signal.SIGABRT, "it aborted itself"),
    (signal.SIGKILL, "it was killed"),
    (signal.SIGFPE, "number error"),
    (signal.SIGBUS, "memory error"),
    (signal.SIGILL, "illegal machine instruction"),
    (signal.SIGXCPU, "too much processor time"),
    (signal.SIGTERM, "SIGTERM stopped it"),
    (signal.SIGPIPE, "SIGPIPE stopped it"),
])
def test_signal_is_told_in_words(number, words):
    outcome = crashed(int(number))
    assert (outcome.state, outcome.error) == ("crash", "crash")
    assert outcome.text.startswith("the program crashed: ")
    assert words in outcome.text


def test_signal_with_a_core_dump_is_the_same_signal():
    assert crashed(signal.SIGSEGV | 0x80) == crashed(signal.SIGSEGV)


@pytest.mark.parametrize("number", [40, 63, 50])
def test_signal_without_a_name_is_told_by_its_number(number):
    assert crashed(number).text == (
        f"the program crashed: signal {number} stopped it")


@pytest.mark.parametrize("code", [0, 1, 70, 255])
def test_exit_code_is_told(code):
    assert crashed(code << 8).text == (
        f"the program ended itself with exit code {code}")


def test_large_exit_code_of_another_system_is_told():
    assert "3221225477" in crashed(0xC0000005 << 8).text


def test_end_that_nobody_saw_is_told():
    outcome = crashed(None)
    assert outcome.state == "crash"
    assert outcome.text == "the program ended without an answer"


# what the parent says by itself

def test_call_that_was_stopped_from_outside_tells_its_limit():
    outcome = outcomes.timed_out(LIMITS.call_seconds)
    assert (outcome.state, outcome.error) == ("timeout", "timeout")
    assert outcome.text == "no answer after 0.5 seconds"
    assert outcome.seconds == 0.5


def test_calls_without_time_tell_the_limit_of_the_task():
    outcome = outcomes.task_timed_out(LIMITS)
    assert outcome.state == "not_run"
    assert outcome.text == "the task used up its 3 seconds"


def test_disturbed_channel_is_refused_with_the_reason():
    outcome = outcomes.broken_talk("reply 3 instead of 2")
    assert (outcome.state, outcome.error) == ("refused", "protocol")
    assert "reply 3 instead of 2" in outcome.text


@pytest.mark.parametrize("outcome, error", [
    (outcomes.not_reached(), "crash"),
    (outcomes.too_many_time_outs(), "timeout"),
])
def test_calls_that_were_given_up_are_not_run(outcome, error):
    assert (outcome.state, outcome.error) == ("not_run", error)
    assert "earlier call" in outcome.text
