"""The process that holds student code: loads one file, answers its calls.

    zygote --fork--> child: confine() , answer(job)
                                |
    parent <------ one Reply for loading, then one for each call

Comes in: a Job (source bytes and encoded inputs). Goes out: Replies. It never
sees an expected value, a check, the seed of the inputs or another file of the
student than the siblings in the Job. Whatever it says may be a lie.
"""

from __future__ import annotations

import os
import sys
import time
import types
import typing
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from grader.sandbox import wire
from grader.sandbox.confine import Mechanisms
from grader.sandbox.encode import encode
from grader.sandbox.equipment import Equipment
from grader.sandbox.importing import set_up_imports
from grader.sandbox.observe import Seen, evaluator, observe
from grader.sandbox.sure import is_sure
from grader.sandbox.trouble import describe_trouble

Send = Callable[[bytes], None]
SEND_BYTES = 32_000
SEND_SECONDS = 0.005
TIMEOUTS_BORNE = 2


class Outbox:
    """Sends replies alone, or soon with others: each send wakes two."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._unsent = bytearray()
        self._sent_at = 0.0

    def put(self, reply: wire.Reply, at_once: bool) -> None:
        """Take one reply on its way."""
        self._unsent += wire.reply_frame(reply)
        if (at_once or len(self._unsent) > SEND_BYTES
                or time.perf_counter() - self._sent_at > SEND_SECONDS):
            self.flush()

    def flush(self) -> None:
        """Send what is left."""
        self._send(bytes(self._unsent))
        self._unsent.clear()
        self._sent_at = time.perf_counter()


class Child:
    """Answers the calls of one job, in order, into an outbox.

    place: what to add to the numbers of its replies
    """

    def __init__(self, job: wire.Job, outbox: Outbox, output: int,
                 equipment: Equipment, place: int = 0) -> None:
        self._job = job
        self._outbox = outbox
        self._output = output
        self._place = place
        self._notes = equipment.notes
        self._stdout = equipment.stdout
        self._stage = equipment.stage
        self._clock = equipment.clock
        self._loaded = equipment.loaded
        self._file = job.name + ".py"

    def answer(self, start: wire.Start) -> Iterator[wire.Reply]:
        """Load the file, reply, then reply to each call from `first` on.

        Yields each reply that it sends.
        """
        job, first = self._job, start.first
        set_up_imports(job.siblings, job.banned, self._loaded)
        module: dict[str, Any] = {}
        loaded = wire.Reply(-1, "value", encode(None))
        if job.kind != "script":
            module = self._new_module(job.name)
            load = self._load if job.kind == "function" else self._run
            loaded = self._reply(-1, lambda: load(module, job.source))
        if first <= -1:
            yield self._say(loaded, not self._place)
        skipped: set[int] = set()
        for index in range(max(first, 0), len(job.calls)):
            reply = self._call(index, module, loaded, skipped)
            yield self._say(reply,
                            start.careful or reply.state == "timeout")

    def _say(self, reply: wire.Reply, at_once: bool) -> wire.Reply:
        reply.index += self._place
        self._outbox.put(reply, at_once)
        return reply

    def _call(self, index: int, module: dict[str, Any], loaded: wire.Reply,
              skipped: set[int]) -> wire.Reply:
        """One call, unless loading failed or its group ran out of time."""
        call = self._job.calls[index]
        if loaded.state != "value":
            return wire.Reply(index, loaded.state, error=loaded.error,
                              text=loaded.text, line=loaded.line)
        if call.group in skipped or len(skipped) >= TIMEOUTS_BORNE:
            return wire.Reply(index, "not_run", error="timeout",
                              text="an earlier call took too long")
        if self._job.kind == "script":
            reply = self._reply(index, lambda: self._run(
                self._new_module("__main__"), call.source))
        elif self._job.kind == "figure":
            reply = self._reply(index, lambda: self._draw(call, module))
        else:
            reply = self._reply(index, lambda: self._ask(call, module))
        if reply.state == "timeout":
            skipped.add(call.group)
        return reply

    def _new_module(self, name: str) -> dict[str, Any]:
        module = types.ModuleType(name)
        module.__file__ = self._file
        sys.modules[name] = module
        return vars(module)

    def _load(self, module: dict[str, Any], source: bytes) -> Any:
        code = compile(source, self._file, "exec", dont_inherit=True)
        exec(code, module)          # student code, inside the walls

    def _run(self, module: dict[str, Any], source: bytes) -> Any:
        """Run a script; a quiet sys.exit() at its end is no mistake."""
        try:
            self._load(module, source)
        except SystemExit as end:
            if end.code not in (None, 0):
                raise

    def _draw(self, call: wire.WireCall, module: dict[str, Any]) -> Any:
        """Draw with the loaded file, or with one that the call brings."""
        stage, source = self._stage, call.source or self._job.source
        assert stage is not None
        if call.source:             # many of the grader's, one after another
            stage.forget()
            self._load(module, source)
        # A file that never asks for its name drew all when it was loaded.
        return stage.draw(module, self._job.entry, (
            lambda: self._run(self._new_module("__main__"), source))
            if b"__name__" in source else None)

    def _ask(self, call: wire.WireCall, module: dict[str, Any]) -> Any:
        entry = self._job.entry
        if entry not in module:
            raise NameError(f"name '{entry}' is not defined")
        return observe(evaluator(module[entry], entry, call.expression),
                       call.args, call.kwargs, self._job.limits.value_bytes)

    def _reply(self, index: int, action: Callable[[], Any]) -> wire.Reply:
        """Do it under the clock; whatever happens becomes a Reply."""
        limits = self._job.limits
        start, cpu_start = time.perf_counter(), time.process_time()
        try:
            self._clock.start(limits.seconds_for(index))
            try:
                value = action()
                seen = value if type(value) is Seen else Seen(value, {}, "")
                data = encode(seen.value, limits.value_bytes)
            finally:
                self._clock.stop()
            reply = wire.Reply(index, "value", data, changed=seen.changed,
                               shared=seen.shared[:500])
        except BaseException as error:      # student code may raise anything
            reply = describe_trouble(index, error, self._file, limits)
        reply.seconds = time.perf_counter() - start
        reply.cpu_seconds = time.process_time() - cpu_start
        reply.notes = tuple(self._notes)
        reply.stdout, size = self._printed()
        if size >= limits.file_bytes:
            reply.state, reply.error, reply.value = "refused", "output", b""
            reply.text = f"it printed more than {limits.file_bytes >> 20} MB"
        return reply

    def _printed(self) -> tuple[str, int]:
        """What was printed since the last call, and its full size."""
        try:
            self._stdout.flush()
            # Where the next byte goes is how many there are.
            size = os.lseek(self._output, 0, os.SEEK_END)
            if size == 0:
                return "", 0
            os.lseek(self._output, 0, os.SEEK_SET)
            data = os.read(self._output, wire.MAX_STDOUT)
            os.ftruncate(self._output, 0)
            os.lseek(self._output, 0, os.SEEK_SET)
        except (OSError, ValueError):       # student code closed it
            return "", 0
        return data.decode("utf-8", "backslashreplace"), size


def keep_company(job: wire.Job, outbox: Outbox, output: int,
                 equipment: Equipment) -> None:
    """Answer for one member after the other, until one is odd."""
    outbox.put(wire.Reply(-1, "value", encode(None)), False)
    place = 1
    for member in job.members:
        equipment.notes.clear()
        worker = Child(member, outbox, output, equipment, place)
        for reply in worker.answer(wire.Start(-1, False)):
            if not is_sure(reply, member.limits.call_seconds):
                return          # the parent asks each of the rest alone
        sys.modules.pop(member.name, None)
        for forget in getattr(typing, "_cleanups", ()):
            forget()            # `List[1]` would show the `List[True]` before
        place += len(member.calls) + 1


def make(job: wire.Job, send: Send, output: int, equipment: Equipment
         ) -> Callable[[wire.Start, Mechanisms], None]:
    """What the process does once it is confined; loads all that it needs.

    Before confinement our own files can still be read, afterwards not.
    """
    if job.kind != "preflight":
        outbox = Outbox(send)

        def work(start: wire.Start, mechanisms: Mechanisms) -> None:
            if job.members:
                keep_company(job, outbox, output, equipment)
            else:
                deque(Child(job, outbox, output, equipment).answer(start), 0)
            outbox.flush()
        return work
    from grader.sandbox import preflight, proofs
    seen = proofs.look()

    def probe(start: wire.Start, mechanisms: Mechanisms) -> None:
        answer = preflight.answer(job.entry, mechanisms, seen)
        send(wire.frame(wire.Reply(-1, "value", encode(answer))))
    return probe
