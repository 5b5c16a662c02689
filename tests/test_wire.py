"""Frames between the parent and a child: order, size, nonsense."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import generated

from grader.model import Limits
from grader.sandbox import wire
from grader.sandbox.encode import encode
from grader.sandbox.wire import (FrameError, Hello, Job, Reply, ReplyReader,
                                 Start, WireCall)

JOB = Job("function", "8-task", b"def f(x): pass", "f", {"other": b"x = 1"},
          ("numpy",), (WireCall((encode(1),), {"axis": encode(2)}, group=3),
                       WireCall(expression="f(1)", source=b"pass")),
          Limits(call_seconds=0.5), "folder")


def replies(*indexes):
    """The bytes of empty replies with these indexes."""
    return b"".join(wire.frame(Reply(index, "value")) for index in indexes)


def indexes(found):
    return [reply.index for reply in found]


def body_of(data):
    """The message of a frame, whose length must be true."""
    size, = wire.HEADER.unpack_from(data)
    assert len(data) == wire.HEADER.size + size
    return data[wire.HEADER.size:]


# messages

def test_job_arrives_as_it_was_sent():
    data = wire.job_frame(JOB, Start(3, True))
    size, first, careful = wire.JOB_HEADER.unpack_from(data)
    body = data[wire.JOB_HEADER.size:]
    assert (size, first, careful) == (len(body), 3, True)
    assert msgspec.msgpack.decode(body, type=Job) == JOB


def test_job_holds_nothing_that_a_judge_knows():
    names = set(Job.__struct_fields__) | set(WireCall.__struct_fields__)
    assert not names & {"expected", "check", "checks", "oracle", "seed",
                        "points", "hint"}


@pytest.mark.parametrize("message", [
    Reply(-1, "value"),
    Reply(2, "value", b"\xc0", changed={"0": b"\x01"}, shared="result"),
    Reply(5, "exception", error="E", text="t", line=7, stdout="x",
          trace=(("f.py", 1, "f"),), notes=("n",), seconds=0.25),
    Hello(Limits(), ("/a", "/b"), "limits"),
    Hello(Limits(memory_bytes=5), ()),
])
def test_message_arrives_as_it_was_sent(message):
    body = body_of(wire.frame(message))
    assert msgspec.msgpack.decode(body, type=type(message)) == message


@pytest.mark.parametrize("state", ["passed", "", "Value", "values", None, 1])
def test_state_that_is_no_state_is_refused(state):
    body = msgspec.msgpack.encode([0, state])
    with pytest.raises(FrameError):
        list(ReplyReader(0, 1).feed(wire.HEADER.pack(len(body)) + body))


def test_reply_that_fits_is_sent_whole():
    reply = Reply(1, "value", b"x" * 1000)
    assert wire.reply_frame(reply) == wire.frame(reply)


@pytest.mark.parametrize("reply", [
    Reply(4, "value", b"x" * (wire.MAX_FRAME + 1)),
    Reply(4, "value", b"\xc0", changed={
        str(place): b"x" * (wire.MAX_FRAME // 3) for place in range(4)}),
], ids=["value", "changed arguments"])
def test_reply_that_is_too_large_is_sent_without_its_values(reply):
    reply.stdout, reply.seconds, reply.notes = "printed", 0.5, ("note",)
    data = wire.reply_frame(reply)
    sent, = ReplyReader(4, 5).feed(data)
    assert (sent.state, sent.error) == ("refused", "size")
    assert (sent.value, sent.changed) == (b"", {})
    assert (sent.stdout, sent.seconds, sent.notes) == (
        "printed", 0.5, ("note",))
    assert "too large" in sent.text


# reading

def test_replies_in_order_are_read_one_by_one():
    reader = ReplyReader(-1, 3)
    assert indexes(reader.feed(replies(-1, 0))) == [-1, 0]
    assert not reader.is_complete
    assert indexes(reader.feed(replies(1, 2))) == [1, 2]
    assert reader.is_complete


def test_later_child_starts_with_a_later_call():
    reader = ReplyReader(5, 7)
    assert indexes(reader.feed(replies(5, 6))) == [5, 6]
    assert reader.is_complete


def test_job_without_calls_is_complete_once_it_is_loaded():
    reader = ReplyReader(-1, 0)
    assert not reader.is_complete
    assert indexes(reader.feed(replies(-1))) == [-1]
    assert reader.is_complete


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
def test_frames_may_arrive_in_pieces_of_any_size(size):
    reader, data = ReplyReader(-1, 9), replies(*range(-1, 9))
    found = []
    for start in range(0, len(data), size):
        found += reader.feed(data[start:start + size])
    assert indexes(found) == list(range(-1, 9))


def test_half_a_frame_is_no_reply_yet():
    reader, data = ReplyReader(0, 1), replies(0)
    assert indexes(reader.feed(data[:-1])) == []
    assert not reader.is_complete
    assert indexes(reader.feed(data[-1:])) == [0]


def test_nothing_is_read_after_the_last_call():
    reader = ReplyReader(0, 1)
    assert indexes(reader.feed(replies(0) + b"\xff" * 100)) == [0]
    assert indexes(reader.feed(b"\xff" * 100)) == []


@pytest.mark.parametrize("sent, told", [
    ([0], "reply 0 instead of -1"),
    ([-1, -1], "reply -1 instead of 0"),
    ([-1, 0, 0], "reply 0 instead of 1"),
    ([-1, 1], "reply 1 instead of 0"),
    ([-1, 0, 1, -1], "reply -1 instead of 2"),
    ([-2], "reply -2 instead of -1"),
    ([1 << 62], f"reply {1 << 62} instead of -1"),
])
def test_reply_out_of_order_ends_the_talk(sent, told):
    reader = ReplyReader(-1, 3)
    with pytest.raises(FrameError, match=told):
        list(reader.feed(replies(*sent)))


@pytest.mark.parametrize("size", [wire.MAX_FRAME + 1, 0xFFFFFFFF])
def test_announced_giant_is_refused_before_it_arrives(size):
    with pytest.raises(FrameError, match=f"a frame of {size} bytes"):
        list(ReplyReader(0, 1).feed(wire.HEADER.pack(size)))


def test_frame_of_the_largest_size_is_waited_for():
    reader = ReplyReader(0, 1)
    assert indexes(reader.feed(wire.HEADER.pack(wire.MAX_FRAME))) == []


@pytest.mark.parametrize("body", [
    b"", b"\xc0", b"\xc1", b"\x90", b"\x91\x00", b"\x80", b"\x05",
    b"\xa5hello", msgspec.msgpack.encode([0, "value", "text"]),
    msgspec.msgpack.encode([0, "value", b"", 3]),
    msgspec.msgpack.encode(["0", "value"]),
    msgspec.msgpack.encode([0.5, "value"]),
    msgspec.msgpack.encode([None, "value"]),
    msgspec.msgpack.encode([0, "value"] + [b""] * 20),
    msgspec.msgpack.encode([0, "value", b"", "", "", "line"]),
    msgspec.msgpack.encode([0, "value", b"", "", "", 0, "", {1: b""}]),
    msgspec.msgpack.encode([0, "value", b"", "", "", 0, "", {}, "",
                            [["f", 1]]]),
    msgspec.msgpack.encode({"index": 0, "state": "value"}),
    msgspec.msgpack.encode([0, "value"]) + b"\xc0",
    b"\x92\x00\xa5valu\xff",
])
def test_body_that_is_no_reply_ends_the_talk(body):
    data = wire.HEADER.pack(len(body)) + body
    with pytest.raises(FrameError):
        list(ReplyReader(0, 1).feed(data))


def test_what_came_before_a_malformed_frame_counts():
    reader, found = ReplyReader(-1, 3), []
    with pytest.raises(FrameError):
        for reply in reader.feed(replies(-1, 0) + b"\xff" * 8):
            found.append(reply.index)
    assert found == [-1, 0]


@given(st.lists(st.binary(max_size=40), max_size=6), st.integers(-1, 3))
@generated
def test_arbitrary_bytes_raise_nothing_but_a_frame_error(pieces, first):
    reader = ReplyReader(first, 3)
    try:
        for piece in pieces:
            for reply in reader.feed(piece):
                assert type(reply) is Reply
    except FrameError as error:
        assert str(error)


@given(st.binary(max_size=60))
@generated
def test_arbitrary_body_raises_nothing_but_a_frame_error(body):
    data = wire.HEADER.pack(len(body)) + body
    try:
        found = list(ReplyReader(0, 1).feed(data))
    except FrameError as error:
        assert str(error)
        return
    assert indexes(found) == [0]


@given(st.lists(st.integers(1, 30), max_size=20), st.integers(0, 200))
@generated
def test_cut_of_the_bytes_never_changes_what_is_read(cuts, place):
    data = bytearray(replies(*range(-1, 6)))
    if place < len(data):
        data[place] ^= 0x55
    whole, pieces = ReplyReader(-1, 6), ReplyReader(-1, 6)
    assert _read(whole, [data]) == _read(pieces, _cut(data, cuts))


def _cut(data, sizes):
    start = 0
    for size in sizes:
        yield data[start:start + size]
        start += size
    yield data[start:]


def _read(reader, pieces):
    """All replies, then how the reading ended."""
    found = []
    try:
        for piece in pieces:
            for reply in reader.feed(piece):
                found.append(reply)
    except FrameError as error:
        return found, str(error)
    return found, reader.is_complete
