"""Replies and ends of processes -> outcomes, believed to be hostile.

What a child says is decoded with strict caps; what it cannot have said
(a crash, a time-out seen from outside) is written here in plain words.
"""

from __future__ import annotations

import signal

from grader.model import Limits, Outcome
from grader.sandbox.decode import WireError, decode
from grader.sandbox.trouble import MAX_LINE
from grader.sandbox.wire import MAX_STDOUT, MAX_TEXT, Reply

MOST_SECONDS = 86_400.0
# All answers of a job are kept until it is judged; one array is its bytes,
# but many small objects take far more memory than bytes on the wire.
MOST_WEIGHT = 128 << 20
WEIGHT_OF_OBJECTS = 32
SMALL = 64              # bytes that weigh too little to be looked into
ARRAY = b"\x81\xa1a"            # how an encoded array starts
SIGNALS = {
    "SIGSEGV": "it touched memory that is not its own (segmentation fault)",
    "SIGABRT": "it aborted itself",
    "SIGFPE": "a machine-level number error stopped it",
    "SIGBUS": "a machine-level memory error stopped it",
    "SIGILL": "it executed an illegal machine instruction",
    "SIGKILL": "it was killed",
    "SIGSYS": "it asked the system for something forbidden",
    "SIGXCPU": "it used too much processor time",
}


def outcome_of(reply: Reply) -> Outcome:
    """The outcome that a reply tells; malformed values are refused."""
    try:
        value = decode(reply.value) if reply.state == "value" else None
        changed = {str(key)[:100]: decode(data)
                   for key, data in list(reply.changed.items())[:20]
                   } if reply.changed else {}
    except WireError as error:
        return Outcome("refused", error="protocol",
                       text=f"its answer could not be read ({error})")
    if not (reply.error or reply.text or reply.line or reply.stdout
            or changed or reply.shared or reply.trace or reply.notes):
        return Outcome(                 # nearly all
            reply.state, value, seconds=_seconds(reply.seconds),
            raw=reply.value, cpu_seconds=_seconds(reply.cpu_seconds))
    return Outcome(
        reply.state, value, reply.error[:200], reply.text[:MAX_TEXT],
        _line(reply.line), reply.stdout[:MAX_STDOUT], changed,
        reply.shared[:500],
        tuple((file[:100], _line(line), name[:100])
              for file, line, name in reply.trace[:12]),
        tuple(note[:300] for note in reply.notes[:20]),
        _seconds(reply.seconds), reply.value, _seconds(reply.cpu_seconds))


def weight_of(reply: Reply) -> int:
    """Roughly how much memory the values of a reply take."""
    if not reply.changed and len(reply.value) < SMALL:
        return len(reply.value) * WEIGHT_OF_OBJECTS
    return sum(len(data) if data.startswith(ARRAY)
               else len(data) * WEIGHT_OF_OBJECTS
               for data in (reply.value, *reply.changed.values()))


def _seconds(seconds: float) -> float:
    # A sum of claims must stay finite, or no report could hold it.
    return seconds if 0.0 <= seconds <= MOST_SECONDS else 0.0


def _line(number: int) -> int:
    return number if 0 < number < MAX_LINE else 0


def timed_out(seconds: float) -> Outcome:
    """The outcome of a call that the parent had to stop."""
    return Outcome("timeout", error="timeout", seconds=seconds,
                   text=f"no answer after {seconds:g} seconds")


def task_timed_out(limits: Limits) -> Outcome:
    """The outcome of calls that found no time left for their task."""
    return Outcome("not_run", error="timeout",
                   text=f"the task used up its {limits.task_seconds:g} "
                        f"seconds")


def disk_filled() -> Outcome:
    """The outcome when student code kept far too much in its folder."""
    return Outcome("refused", error="disk",
                   text="it wrote more files than any task needs")


def talked_too_much() -> Outcome:
    """The outcome of calls after answers that nobody can keep."""
    return Outcome("refused", error="size",
                   text="its answers are too large to keep them all")


def too_many_time_outs() -> Outcome:
    """The outcome of calls after several that the parent had to stop."""
    return Outcome("not_run", error="timeout",
                   text="an earlier call took too long")


def crashed(status: int | None) -> Outcome:
    """The outcome of a call during which the process ended."""
    if status is None:
        text = "the program ended without an answer"
    elif number := status & 0x7F:       # as the system packs it
        text = f"the program crashed: {_signal_text(number)}"
    else:
        text = f"the program ended itself with exit code {status >> 8}"
    return Outcome("crash", error="crash", text=text)


def _signal_text(number: int) -> str:
    try:
        name = signal.Signals(number).name
    except ValueError:                  # most real-time signals have no name
        return f"signal {number} stopped it"
    return SIGNALS.get(name, f"{name} stopped it")


def unprotected(why: str) -> Outcome:
    """The outcome when student code was not run, as no child was safe."""
    return Outcome("not_run", error="walls", text=why)


def broken_talk(why: str) -> Outcome:
    """The outcome when the process sent something that is no reply."""
    return Outcome("refused", error="protocol",
                   text=f"the program disturbed the grader's channel ({why})")


def not_reached() -> Outcome:
    """The outcome of calls after a process that died too often."""
    return Outcome("not_run", error="crash",
                   text="the program had ended during an earlier call")
