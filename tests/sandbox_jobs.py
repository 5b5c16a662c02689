"""Jobs for the sandbox, made from a few lines of student code."""

import os
import time
from pathlib import Path

from grader.model import Limits
from grader.sandbox import wire
from grader.sandbox.encode import encode

# Little memory: where it is not limited, the preflight fills as much.
MEMORY = 128 << 20
LIMITS = Limits(call_seconds=1.0, load_seconds=1.0, task_seconds=6.0,
                memory_bytes=MEMORY)
# For code that never ends: few of these, each costs its whole time.
SHORT = Limits(call_seconds=0.25, load_seconds=0.25, task_seconds=4.0,
               memory_bytes=MEMORY)


def function_job(source, *calls, limits=LIMITS, groups=None, siblings=None,
                 banned=()):
    """A job that calls `f`; each call is a tuple of arguments or a text.

    groups: the group of each call; without it each call is on its own
    """
    made = []
    for place, call in enumerate(calls):
        group = groups[place] if groups else place
        if isinstance(call, str):
            made.append(wire.WireCall(expression=call, group=group))
        else:
            made.append(wire.WireCall(tuple(map(encode, call)), group=group))
    return wire.Job("function", "8-task", source.encode(), "f",
                    siblings or {}, tuple(banned), tuple(made), limits)


def script_job(*sources, limits=LIMITS):
    """A job that runs scripts, one after the other."""
    calls = tuple(wire.WireCall(source=source.encode(), group=group)
                  for group, source in enumerate(sources))
    return wire.Job("script", "0-script", b"", "", {}, (), calls, limits)


def run_job(sandbox, job):
    """The Run of one job."""
    (index, run), = sandbox.run([job])
    assert index == 0
    return run


def call(sandbox, source, *calls, **words):
    """The outcomes of some calls of `f`."""
    return run_job(sandbox, function_job(source, *calls, **words)).outcomes


def values(outcomes):
    """The values, all of which must have arrived."""
    assert [outcome.state for outcome in outcomes] == (
        ["value"] * len(outcomes)), outcomes
    return [outcome.value for outcome in outcomes]


def states(outcomes):
    return [outcome.state for outcome in outcomes]


def wait_until(is_so, seconds=10.0):
    """Whether it became so in time; looks again and again."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def processes():
    """pid -> (pid of the parent, its state) of all that runs here."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                text = (entry / "stat").read_text()
            except OSError:             # it ended meanwhile
                continue
            state, parent = text.rpartition(")")[2].split()[:2]
            found[int(entry.name)] = (int(parent), state)
    return found


def descendants():
    """Pids of all processes below this one, zombies too."""
    found, everybody = set(), processes()
    todo = {os.getpid()}
    while todo:
        todo = {pid for pid, (parent, _) in everybody.items()
                if parent in todo}
        found |= todo
    return found


def runs(pid):
    """Whether the process is there and no zombie."""
    return processes().get(pid, (0, "Z"))[1] not in "ZX"
