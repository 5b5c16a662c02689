"""Tries the walls from inside, before anybody relies on them.

    parent:  with targets(...) as spec:     files, listeners, its own pid
                 send spec_text(spec) as a job
    zygote --fork--> child --confine--> answer(text, mechanisms): probe each
    parent:  read_answer(bytes) --> Isolation

Comes in: a Spec that says what the parent has put up. Goes out: for each probe
"" if the wall held, or what happened. No student code runs in this child, so
its answers may be believed. A level is never taken from what the system says
it can do: "full" means that each of these attempts was made and failed, and
that what student code needs did work.
"""

from __future__ import annotations

import msgspec

from grader.model import Isolation, Level
from grader.sandbox.confine import Mechanisms
from grader.sandbox.landlock import FULL_VERSION
from grader.sandbox.probes import FORBIDDEN, NEEDED, probe
from grader.sandbox.proofs import Seen, shortcomings
from grader.sandbox.targets import Spec, targets

__all__ = ["Answer", "Mechanisms", "Spec", "answer", "judge_preflight",
           "probe", "read_answer", "spec_text", "targets"]

NOT_TESTED = "the walls were not tested on this system"


class Answer(msgspec.Struct, frozen=True):
    """What a confined child found.

    apart: name of a namespace -> "" if it is there, or what is wrong
    """

    results: dict[str, str]
    mechanisms: Mechanisms
    apart: dict[str, str] = {}


def spec_text(spec: Spec) -> str:
    """The Spec as text, to travel in a job."""
    return msgspec.json.encode(spec).decode()


def answer(text: str, mechanisms: Mechanisms, seen: Seen) -> bytes:
    """Probe inside a confined child; the bytes are for `read_answer`."""
    spec = msgspec.json.decode(text, type=Spec)
    apart = shortcomings(mechanisms.namespaces, spec.namespaces, seen)
    return msgspec.json.encode(Answer(probe(spec), mechanisms, apart))


def read_answer(data: bytes) -> Isolation:
    """The verdict of the parent; an answer it cannot read held nothing."""
    try:
        found = msgspec.json.decode(data, type=Answer)
    except msgspec.DecodeError:
        found = Answer({}, Mechanisms())
    return with_namespaces(
        judge_preflight(found.results, found.mechanisms),
        found.mechanisms.namespaces, found.apart)


def with_namespaces(isolation: Isolation, claimed: tuple[str, ...],
                    apart: dict[str, str]) -> Isolation:
    """Add the namespaces that were proven; no level depends on them."""
    wrong = {name: apart.get(name, "not tried") for name in claimed
             if apart.get(name, "not tried")}
    return msgspec.structs.replace(
        isolation,
        namespaces=tuple(name for name in claimed if name not in wrong),
        why=(*isolation.why, *(f"the {name} namespace was not proven "
                               f"({text})" for name, text in wrong.items())))


def judge_preflight(results: dict[str, str], mechanisms: Mechanisms
                    ) -> Isolation:
    """The level that was proven, and why it is not a higher one."""
    level: Level = "limits" if mechanisms.rlimits else "process"
    if not results:
        return _isolation(level, mechanisms, "not run", [NOT_TESTED])
    all_probes = FORBIDDEN | NEEDED
    broken = {name: results.get(name, "not tried") for name in all_probes
              if results.get(name, "not tried")}
    if broken:
        return _isolation(
            level, mechanisms, "failed: " + ", ".join(broken),
            [f"{all_probes[name].meaning} ({happened})"
             for name, happened in broken.items()])
    if (mechanisms.landlock >= FULL_VERSION and mechanisms.seccomp
            and mechanisms.rlimits):
        level = "full"
    return _isolation(level, mechanisms, "passed", [])


def _isolation(level: Level, mechanisms: Mechanisms, preflight: str,
               why: list[str]) -> Isolation:
    return Isolation(level, mechanisms.landlock, mechanisms.seccomp,
                     mechanisms.rlimits, preflight,
                     (*mechanisms.why, *why))
