"""The parent's side of one job, with a test in the place of the child."""

import types

import msgspec
import pytest

from grader.model import Limits
from grader.sandbox import conversation, wire
from grader.sandbox.conversation import MOST_CHILDREN, Conversation
from grader.sandbox.encode import encode

LIMITS = Limits(call_seconds=1.0, load_seconds=1.0, task_seconds=10.0)


def job_of(*groups, limits=LIMITS):
    """A job with one call for each group number."""
    calls = tuple(wire.WireCall(group=group) for group in groups)
    return wire.Job("function", "8-task", b"x" * 100, "f", {}, (), calls,
                    limits)


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until the test moves it."""
    now = types.SimpleNamespace(seconds=1000.0)
    fake = types.SimpleNamespace(monotonic=lambda: now.seconds)
    monkeypatch.setattr(conversation, "time", fake)
    return now


@pytest.fixture
def start(clock):
    """Begins conversations without any pipe."""
    def begin(*groups, limits=LIMITS):
        talk = Conversation(job_of(*groups, limits=limits))
        begin_again(talk)
        return talk
    return begin


def begin_again(talk):
    """What the next child is told: its first call, and how to answer."""
    data = talk.begin_bytes()
    size, *start = wire.JOB_HEADER.unpack_from(data)
    body = data[wire.JOB_HEADER.size:]
    assert len(body) == size
    assert msgspec.msgpack.decode(body, type=wire.Job) == talk.job
    return wire.Start(*start)


def answer(talk, *indexes):
    """Replies as a child would send them: value = number of the call."""
    for index in indexes:
        talk.take(wire.frame(wire.Reply(index, "value", encode(index))))


def states(talk):
    return [outcome.state for outcome in talk.result().outcomes]


def crash_until(talk, count):
    """Let the present child and the next ones die until there were some."""
    while talk.children < count and not talk.is_complete:
        talk.died(9)
        if not talk.is_complete:
            begin_again(talk)


# the usual way

def test_every_answer_stands_at_its_call(start):
    talk = start(0, 0, 1)
    answer(talk, -1, 0, 1)
    assert not talk.is_complete
    answer(talk, 2)
    assert talk.is_complete
    run = talk.result()
    assert [outcome.value for outcome in run.outcomes] == [0, 1, 2]
    assert (run.loaded.state, run.children) == ("value", 1)


def test_job_without_calls_is_complete_when_it_is_loaded(start):
    talk = start()
    assert not talk.is_complete
    answer(talk, -1)
    assert talk.result().outcomes == ()


def test_replies_may_come_in_one_heap(start):
    talk = start(0, 1)
    talk.take(b"".join(wire.frame(wire.Reply(index, "value", encode(0)))
                       for index in (-1, 0, 1)))
    assert states(talk) == ["value", "value"]


def test_seconds_of_the_run_are_counted_from_its_first_child(start, clock):
    talk = start(0)
    clock.seconds += 2.5
    answer(talk, -1, 0)
    assert talk.result().seconds == 2.5


def test_first_child_starts_with_loading_and_answers_in_heaps(clock):
    talk = Conversation(job_of(0))
    assert begin_again(talk) == wire.Start(-1, False)


def test_next_child_starts_with_the_first_open_call_and_is_careful(start):
    talk = start(0, 1, 2)
    answer(talk, -1, 0)
    talk.died(9)
    assert begin_again(talk) == wire.Start(1, True)


# nonsense

def test_nonsense_ends_the_job_but_keeps_what_came_before(start):
    talk = start(0, 1, 2)
    answer(talk, -1, 0)
    talk.take(b"\xff" * 8)
    assert talk.is_complete
    assert states(talk) == ["value", "refused", "refused"]
    assert talk.result().outcomes[1].error == "protocol"


def test_nonsense_in_one_heap_with_answers_keeps_the_answers(start):
    talk = start(0, 1)
    good = b"".join(wire.frame(wire.Reply(index, "value", encode(5)))
                    for index in (-1, 0))
    talk.take(good + b"\xff" * 8)
    assert states(talk) == ["value", "refused"]


def test_answer_to_another_call_ends_the_job(start):
    talk = start(0, 1)
    answer(talk, -1, 1)
    assert states(talk) == ["refused", "refused"]


def test_answers_after_the_end_are_not_heard(start):
    talk = start(0)
    answer(talk, -1, 0)
    talk.take(b"\xff" * 100)
    assert states(talk) == ["value"]


def test_malformed_value_costs_only_its_call(start):
    talk = start(0, 1)
    answer(talk, -1)
    talk.take(wire.frame(wire.Reply(0, "value", b"\xc1")))
    answer(talk, 1)
    assert states(talk) == ["refused", "value"]


# deaths

def test_death_of_the_first_child_blames_nobody_yet(start):
    talk = start(0, 1)
    answer(talk, -1, 0)
    talk.died(9)
    assert not talk.is_complete
    begin_again(talk)
    answer(talk, 1)
    assert states(talk) == ["value", "value"]
    assert talk.result().children == 2


def test_death_of_a_careful_child_costs_only_the_call_it_died_in(start):
    talk = start(0, 1, 2)
    answer(talk, -1, 0)
    crash_until(talk, 2)
    talk.died(11)
    assert begin_again(talk).first == 2
    answer(talk, 2)
    assert states(talk) == ["value", "crash", "value"]
    assert "segmentation fault" in talk.result().outcomes[1].text


def test_rest_of_the_group_is_given_up_with_the_call(start):
    talk = start(0, 0, 1, 0)
    answer(talk, -1)
    crash_until(talk, 2)
    talk.died(9)
    assert begin_again(talk).first == 2
    answer(talk, 2)
    assert states(talk) == ["crash", "not_run", "value", "not_run"]


def test_death_while_loading_is_the_end_of_every_call(start):
    talk = start(0, 1)
    talk.died(0)
    assert talk.is_complete
    assert talk.result().loaded.state == "crash"
    assert states(talk) == ["crash", "crash"]
    assert talk.result().children == 1


def test_number_of_children_is_bounded(start):
    talk = start(*range(20))
    answer(talk, -1)
    for _ in range(50):
        if talk.is_complete:
            break
        talk.died(9)
        if not talk.is_complete:
            begin_again(talk)
    assert talk.result().children == MOST_CHILDREN
    blamed = MOST_CHILDREN - 1          # the first one only shows the trouble
    assert states(talk) == ["crash"] * blamed + ["not_run"] * (20 - blamed)


# time-outs

@pytest.mark.parametrize("waited, left", [(0.0, 1.75), (1.0, 0.75),
                                          (1.75, 0.0), (3.0, -1.25)])
def test_call_gets_its_time_and_some_grace(waited, left, start, clock):
    talk = start(0)
    clock.seconds += waited
    assert talk.seconds_left() == pytest.approx(left)


def test_each_answer_starts_the_time_anew(start, clock):
    talk = start(0, 1)
    clock.seconds += 1.5
    answer(talk, -1)
    assert talk.seconds_left() == pytest.approx(1.75)


def test_nonsense_and_halves_of_answers_buy_no_time(start, clock):
    talk = start(0, 1)
    answer(talk, -1)
    clock.seconds += 1.5
    talk.take(wire.frame(wire.Reply(0, "value", encode(1)))[:-1])
    assert talk.seconds_left() == pytest.approx(0.25)


SLOW_TO_LOAD = Limits(call_seconds=1.0, load_seconds=6.0, task_seconds=30.0)


def test_loading_has_a_time_of_its_own(start):
    talk = start(0, limits=SLOW_TO_LOAD)
    assert talk.seconds_left() == pytest.approx(6.75)
    answer(talk, -1)
    assert talk.seconds_left() == pytest.approx(1.75)


def test_later_child_loads_and_answers_before_it_is_heard(start):
    talk = start(0, 1, limits=SLOW_TO_LOAD)
    answer(talk, -1)
    talk.died(9)
    begin_again(talk)
    assert talk.seconds_left() == pytest.approx(7.75)
    answer(talk, 0)
    assert talk.seconds_left() == pytest.approx(1.75)


def test_time_out_tells_the_limit_that_was_broken(start, clock):
    talk = start(0, 1, limits=SLOW_TO_LOAD)
    clock.seconds += 7
    talk.time_out()
    assert talk.result().loaded.text == "no answer after 6 seconds"


def test_task_as_a_whole_has_an_end(start, clock):
    talk = start(*range(30))
    for index in range(-1, 9):
        clock.seconds += 0.99
        answer(talk, index)
    assert talk.seconds_left() == pytest.approx(0.1)


def test_later_child_gets_no_more_time_for_the_task(start, clock):
    talk = start(0, 1)
    answer(talk, -1)
    clock.seconds += 9.5
    talk.died(9)
    begin_again(talk)
    assert talk.seconds_left() == pytest.approx(0.5)


def test_first_child_that_is_silent_blames_nobody_yet(start, clock):
    talk = start(0, 1)
    answer(talk, -1)
    clock.seconds += 2
    talk.time_out()
    assert not talk.is_complete
    assert begin_again(talk) == wire.Start(0, True)


def test_careful_child_that_is_silent_costs_the_present_call(start, clock):
    talk = start(0, 1)
    answer(talk, -1)
    for _ in range(2):
        clock.seconds += 2
        talk.time_out()
        begin_again(talk)
    answer(talk, 1)
    assert states(talk) == ["timeout", "value"]
    assert talk.result().outcomes[0].text == "no answer after 1 seconds"


def test_rest_of_the_group_is_given_up_after_a_time_out(start, clock):
    talk = start(0, 0, 1)
    answer(talk, -1)
    for _ in range(2):
        clock.seconds += 2
        talk.time_out()
        begin_again(talk)
    answer(talk, 2)
    assert states(talk) == ["timeout", "not_run", "value"]


def test_file_that_never_loads_is_the_end_of_every_call(start, clock):
    talk = start(0, 1)
    clock.seconds += 2
    talk.time_out()
    assert talk.is_complete
    assert talk.result().loaded.state == "timeout"
    assert states(talk) == ["timeout", "timeout"]


def test_end_of_the_tasks_time_is_the_end_of_every_open_call(start, clock):
    talk = start(0, 1, 2)
    answer(talk, -1, 0)
    clock.seconds += 10
    talk.time_out()
    assert talk.is_complete
    assert states(talk) == ["value", "not_run", "not_run"]
    assert "the task used up its 10 seconds" in (
        talk.result().outcomes[2].text)


def test_call_that_just_began_is_not_blamed_for_the_tasks_time(start, clock):
    talk = start(0, 1)
    answer(talk, -1)
    talk.died(9)
    begin_again(talk)
    clock.seconds += 9.8
    answer(talk, 0)
    clock.seconds += 0.3
    talk.time_out()
    assert states(talk) == ["value", "not_run"]


def test_call_that_took_too_long_is_blamed_at_the_end_as_well(start, clock):
    talk = start(0, 1)
    answer(talk, -1)
    talk.died(9)
    begin_again(talk)
    clock.seconds += 10.5
    talk.time_out()
    assert states(talk) == ["timeout", "not_run"]


def test_number_of_children_is_bounded_for_silent_ones_too(start, clock):
    talk = start(*range(20), limits=Limits(call_seconds=0.1,
                                           task_seconds=1000))
    answer(talk, -1)
    while not talk.is_complete:
        clock.seconds += 1
        talk.time_out()
        if not talk.is_complete:
            begin_again(talk)
    assert talk.result().children == MOST_CHILDREN
    blamed = MOST_CHILDREN - 1
    assert states(talk) == ["timeout"] * blamed + ["not_run"] * (20 - blamed)


# the pipe

@pytest.fixture
def piped():
    """A conversation over a real pipe, and the child's end of it."""
    talk = Conversation(job_of(0, 1))
    theirs = talk.begin()
    theirs.settimeout(5)
    yield talk, theirs
    theirs.close()
    talk.close()


def test_job_is_sent_through_the_pipe(piped):
    talk, theirs = piped
    data = theirs.recv(1 << 16)
    assert not talk.is_sending
    assert data == wire.job_frame(talk.job, wire.Start(-1, False))


def test_answers_are_received_from_the_pipe(piped):
    talk, theirs = piped
    for index in (-1, 0, 1):
        theirs.sendall(wire.frame(wire.Reply(index, "value", encode(index))))
    assert talk.receive()
    assert talk.is_complete


def test_pipe_with_nothing_in_it_is_still_open(piped):
    talk, _ = piped
    assert talk.receive()
    assert not talk.is_complete


def test_closed_pipe_is_the_end_after_its_last_bytes(piped):
    talk, theirs = piped
    theirs.recv(1 << 16)
    theirs.sendall(wire.frame(wire.Reply(-1, "value", encode(0))))
    theirs.close()
    assert talk.receive()
    assert not talk.receive()
    assert not talk.is_complete


def test_pipe_that_was_reset_is_the_end(piped):
    talk, theirs = piped
    theirs.close()              # with the job unread: reading raises
    assert not talk.receive()


def test_large_job_is_sent_piece_by_piece():
    job = msgspec.structs.replace(job_of(0), source=b"x" * (2 << 20))
    talk = Conversation(job)
    theirs = talk.begin()
    theirs.settimeout(5)
    data = bytearray()
    assert talk.is_sending
    while talk.is_sending:
        data += theirs.recv(1 << 20)
        talk.send()
    while len(data) < len(wire.job_frame(job, wire.Start())):
        data += theirs.recv(1 << 20)
    assert data == wire.job_frame(job, wire.Start(-1, False))
    theirs.close()
    talk.close()


def test_job_for_a_dead_child_is_not_sent_for_ever():
    job = msgspec.structs.replace(job_of(0), source=b"x" * (2 << 20))
    talk = Conversation(job)
    talk.begin().close()
    talk.send()
    assert not talk.is_sending
    assert not talk.receive()
    talk.close()


def test_closing_twice_is_harmless():
    talk = Conversation(job_of(0))
    talk.begin().close()
    talk.close()
    talk.close()
    with pytest.raises(AssertionError):
        talk.pipe.recv(1)
