"""Open a sandbox: choose the way, prove the walls, hand it out.

No student code runs before the preflight has tried the walls from inside;
what it found is `sandbox.isolation`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from grader.model import GraderError, Isolation, Limits
from grader.sandbox import preflight, wire
from grader.sandbox.pairing import OneSandbox, PairedSandbox
from grader.sandbox.parent import Sandbox
from grader.sandbox.portable import PortableSandbox
from grader.sandbox.handover import scrubbed_environment
from grader.sandbox.starting import Started, can_fork, start_zygote

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# A slow machine must not look like one without walls.
PREFLIGHT_SECONDS = 15.0
AnySandbox = PairedSandbox
# Grading makes many small objects and hardly a circle of them: to look for
# circles after each 700 takes a tenth of the time.
SELDOM = 20_000


def hidden_folders() -> tuple[str, ...]:
    """What student code must never read: this package, its checkout."""
    checkout = os.path.dirname(PACKAGE)
    if os.path.exists(os.path.join(checkout, "pyproject.toml")):
        return (PACKAGE, checkout)
    return (PACKAGE,)


@contextmanager
def open_sandbox(limits: Limits, width: int = 2, no_fork: bool = False,
                 level: str = "full", started: Started | None = None
                 ) -> Iterator[AnySandbox]:
    """A sandbox whose walls have been tried.

    level: protect no more than this; only tests ask for less
    started: a zygote that is starting already
    """
    forks = can_fork() and not no_fork
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM, *usual[1:])

    def opened(draws: bool, zygote: Started | None) -> OneSandbox:
        hello = wire.Hello(limits, hidden_folders(), level, draws)
        sandbox: OneSandbox
        if forks:
            sandbox = Sandbox(hello, width, zygote or start_zygote(draws))
        else:
            sandbox = PortableSandbox(hello, scrubbed_environment(draws))
        try:
            sandbox.isolation = _try_walls(sandbox, limits)
        except BaseException:
            sandbox.close()
            raise
        return sandbox
    try:
        pair = PairedSandbox(opened(False, started), forks,
                             lambda zygote: opened(True, zygote),
                             started.drawing if started else None)
        try:
            yield pair
        finally:
            pair.close()
    finally:
        gc.set_threshold(*usual)


def _try_walls(sandbox: OneSandbox, limits: Limits) -> Isolation:
    """The level that a child of this very sandbox was proven to have."""
    file = os.path.join(PACKAGE, "model.py")
    limits = msgspec.structs.replace(
        limits, load_seconds=max(limits.load_seconds, PREFLIGHT_SECONDS),
        task_seconds=max(limits.task_seconds, PREFLIGHT_SECONDS))
    with preflight.targets(os.curdir, limits.memory_bytes,
                           file) as spec:
        job = wire.Job("preflight", "preflight", b"",
                       preflight.spec_text(spec), {}, (), (), limits)
        _, run = next(iter(sandbox.run([job])))
    if run.fault:
        raise GraderError(run.fault)
    answer = run.loaded.value
    if type(answer) is not bytes:
        return preflight.judge_preflight({}, preflight.Mechanisms())
    return preflight.read_answer(answer)
