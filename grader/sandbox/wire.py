"""Messages between the parent and the process that holds student code.

The parent sends one `Job`; the child answers with one `Reply` for loading the
file (index -1) and one for each call, in order. A frame is four bytes of
length and so many bytes of msgpack. The reader checks types, order and size:
the first malformed frame ends the conversation.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from grader.model import Limits, OutcomeState

HEADER = struct.Struct(">I")
JOB_HEADER = struct.Struct(">Ii?")  # size, first call, careful
ORDER = struct.Struct(">cI")        # parent -> zygote: b"F" or b"K", number
# zygote -> parent: number, status, KiB, its sign (see `signs`)
ENDED = struct.Struct(">IiIB")
# The first byte of a process without a zygote, right before student code.
WALLS_ARE_UP = b"\xff"
MAX_FRAME = 24 << 20
MAX_TEXT = 4000
MAX_STDOUT = 16_000
Kind = Literal["function", "script", "figure", "preflight", "company"]


class FrameError(Exception):
    """The other side does not speak our language; the text says why."""


class WireCall(msgspec.Struct, array_like=True, frozen=True):
    """A call without anything a judge knows: no check, no expected value.

    args, kwargs: encoded inputs; expression: text to evaluate instead
    source: for scripts, the file's bytes with other given values
    group: calls of one group are given up together after a time-out
    """

    args: tuple[bytes, ...] = ()
    kwargs: dict[str, bytes] = {}
    expression: str = ""
    source: bytes = b""
    group: int = 0


class Job(msgspec.Struct, array_like=True, frozen=True):
    """One task file and the calls to make; all that a child is told.

    files: name -> bytes; the parent puts them into the scratch folder, and
        they do not travel with the job
    members: of a company: jobs that share a child, see `company`
    is_tame: may be a member; the parent only asks
    """

    kind: Kind
    name: str
    source: bytes
    entry: str
    siblings: dict[str, bytes]
    banned: tuple[str, ...]
    calls: tuple[WireCall, ...]
    limits: Limits
    scratch: str = ""
    files: dict[str, bytes] = {}
    members: tuple[Job, ...] = ()
    is_tame: bool = False


class Start(NamedTuple):
    """Where a child starts, and how.

    first: the first call to answer, -1 for loading the file
    careful: send each reply at once; otherwise replies travel together,
        and if the child dies some may be lost
    """

    first: int = -1
    careful: bool = True


class Reply(msgspec.Struct, array_like=True):
    """The child's word on one call; see `model.Outcome` for the fields."""

    index: int
    state: OutcomeState
    value: bytes = b""
    error: str = ""
    text: str = ""
    line: int = 0
    stdout: str = ""
    changed: dict[str, bytes] = {}
    shared: str = ""
    trace: tuple[tuple[str, int, str], ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    cpu_seconds: float = 0.0


class Hello(msgspec.Struct, array_like=True, frozen=True):
    """What the parent tells the zygote first.

    hidden: folders that student code must never read
    level: protect no more than this; only tests ask for less than "full"
    draws: load the drawing library too, for children that draw
    """

    limits: Limits
    hidden: tuple[str, ...]
    level: str = "full"
    draws: bool = False


def frame(message: msgspec.Struct) -> bytes:
    """A message with its length in front."""
    body = msgspec.msgpack.encode(message)
    return HEADER.pack(len(body)) + body


def reply_frame(reply: Reply) -> bytes:
    """A reply with its length in front, without values that are too large."""
    data = frame(reply)
    if len(data) <= MAX_FRAME:
        return data
    return frame(Reply(reply.index, "refused", error="size",
                       text="its answer is too large", stdout=reply.stdout,
                       notes=reply.notes, seconds=reply.seconds))


def job_frame(job: Job, start: Start) -> bytes:
    """A job with its length and where to start."""
    body = msgspec.msgpack.encode(job)
    return JOB_HEADER.pack(len(body), *start) + body


class ReplyReader:
    """Cuts received bytes into replies; strict about order and size."""

    def __init__(self, first: int, calls: int) -> None:
        self._buffer = bytearray()
        self._next = first
        self._calls = calls
        self._decoder = msgspec.msgpack.Decoder(Reply)

    @property
    def is_complete(self) -> bool:
        """Whether every call has its reply."""
        return self._next >= self._calls

    def feed(self, data: bytes) -> Iterator[Reply]:
        """Yield the replies that are complete now; raises FrameError.

        One by one: what came before a malformed frame counts, no matter how
        the bytes were cut on their way.
        """
        self._buffer += data
        while not self.is_complete and len(self._buffer) >= HEADER.size:
            size, = HEADER.unpack_from(self._buffer)
            if size > MAX_FRAME:
                raise FrameError(f"a frame of {size} bytes")
            if len(self._buffer) < HEADER.size + size:
                break
            body = bytes(self._buffer[HEADER.size:HEADER.size + size])
            del self._buffer[:HEADER.size + size]
            yield self._reply(body)

    def _reply(self, body: bytes) -> Reply:
        try:
            reply = self._decoder.decode(body)
        except Exception as error:      # hostile bytes: any way of failing
            raise FrameError(type(error).__name__) from None
        if reply.index != self._next:
            raise FrameError(f"reply {reply.index} instead of {self._next}")
        self._next += 1
        return reply
