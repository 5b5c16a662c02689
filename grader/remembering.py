"""Results of earlier runs, found again when nothing they depend on changed.

A result is kept under a digest of all that it depends on:

    the task file (bytes, name, mode bit, place) and the files it can reach
    the check file and the data beside it, and the policy
    the grader's own sources
    Python, libraries, system, rights, walls, limits
    the seed of the hidden inputs, and whether they were left out

Change one of them, and the key is another: nothing is ever out of date. What
is kept are finished records of a report, never answers of student code.
Scores that count come from runs: on servers (`CI`), with a wish for
isolation, for batches, and where student code could write into the cache,
nothing is looked up and nothing is kept. Loads no library.
"""

from __future__ import annotations

import os
import time
from fractions import Fraction
from typing import TypeVar

import msgspec

from grader import fingerprints
from grader.bootstrap.place import user_cache
from grader.cache import Store
from grader.checkpaths import CHECKS
from grader.model import Isolation, Limits, TaskFile
from grader.neighbours import content_digest, seed_of
from grader.report.assemble import Scored
from grader.report.schema import TaskInfo
from grader.unchanged import is_switched_off
from grader.wanted import Wanted, matches

FOLDER = "results"
# A source that is as young as this may have changed while it was loaded.
SETTLED_SECONDS = 2.0


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One finished task; points as numerator and denominator.

    isolation: what protected the run that it comes from
    """

    task: TaskInfo
    points: tuple[int, int]
    max_points: tuple[int, int]
    isolation: Isolation


class Index(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be known of the course to look for its tasks.

    left_out: how many tasks of the course were not asked for
    edition: the seed of a student edition, None in the instructor's
    """

    wanted: tuple[Wanted, ...]
    left_out: int = 0
    edition: int | None = None

    def part(self, policy: tuple[str, ...], tasks: tuple[str, ...]) -> Index:
        """The tasks that both lists of patterns mean."""
        scope = [wanted for wanted in self.wanted
                 if matches(wanted.id, policy)]
        chosen = tuple(wanted for wanted in scope
                       if matches(wanted.id, tasks))
        return Index(chosen, len(scope) - len(chosen), self.edition)


AnyRecord = TypeVar("AnyRecord", Entry, Index)


class Memory:
    """Earlier results of one course, on this machine, for one policy.

    policy: bytes that are others when the policy is another
    """

    def __init__(self, store: Store, policy: bytes = b"",
                 no_fork: bool = False, root: str = CHECKS) -> None:
        self._store = store
        self._stamp = fingerprints.stamp(fingerprints.PACKAGE)
        self._settled = all(changed < (time.time() - SETTLED_SECONDS) * 1e9
                            for _, changed, _ in self._stamp)
        self._sources = fingerprints.sources()
        self._checks = fingerprints.checks(root)
        self._around = (1, self._sources, fingerprints.machine(), policy,
                        no_fork, repr(Limits()))

    def index(self, policy: tuple[str, ...] = (),
              tasks: tuple[str, ...] = ()) -> Index | None:
        """The tasks that are meant; None if they are not known yet."""
        data = self._store.read(self._index_key(policy, tasks))
        if data is not None:
            return _decoded(data, Index)
        whole = self.index() if policy or tasks else None
        return None if whole is None else whole.part(policy, tasks)

    def keep_index(self, index: Index, policy: tuple[str, ...],
                   tasks: tuple[str, ...]) -> None:
        """Remember what to look for, as long as no check file changes."""
        if self.is_up_to_date():
            self._store.write(self._index_key(policy, tasks),
                              msgspec.msgpack.encode(index))

    def _index_key(self, policy: tuple[str, ...],
                   tasks: tuple[str, ...]) -> str:
        return fingerprints.digest_of((
            "index", self._sources, sorted(self._checks.items()), policy,
            tasks))

    def key(self, task: TaskFile, seed: int, only_visible: bool) -> str:
        """The digest of all that a result depends on."""
        source = task.source
        return fingerprints.digest_of((
            "result", self._around, self._checks.get(task.id), task.id,
            task.path, task.problem, source and (
                source.name, source.digest, source.executable,
                content_digest(task)),
            seed_of(task, seed), only_visible))

    def find(self, task: TaskFile, seed: int, only_visible: bool
             ) -> tuple[Scored, Isolation] | None:
        """An earlier result with what protected it, or None."""
        data = self._store.read(self.key(task, seed, only_visible))
        entry = None if data is None else _decoded(data, Entry)
        if entry is None or not _is_sound(entry, task):
            return None
        info = msgspec.structs.replace(
            entry.task, cached=task.source is not None)
        return Scored(info, Fraction(*entry.points),
                      Fraction(*entry.max_points)), entry.isolation

    def keep(self, task: TaskFile, result: Scored, isolation: Isolation,
             only_visible: bool) -> None:
        """Remember a result; the caller knows that it is steady."""
        if not result.counts or result.error:
            return
        entry = Entry(result.info, result.points.as_integer_ratio(),
                      result.max_points.as_integer_ratio(), isolation)
        self._store.write(self.key(task, result.info.seed, only_visible),
                          msgspec.msgpack.encode(entry))

    def is_up_to_date(self) -> bool:
        """Whether the sources surely are those that were loaded."""
        return self._settled and not self.has_changed()

    def has_changed(self) -> bool:
        """Whether somebody has changed the sources since the start."""
        return self._stamp != fingerprints.stamp(fingerprints.PACKAGE)

    def close(self) -> None:
        """Make room, and let go of the folder."""
        self._store.prune()
        self._store.close()


def _decoded(data: bytes, kind: type[AnyRecord]) -> AnyRecord | None:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except Exception:           # whatever it is, it is none of ours
        return None


def _is_sound(entry: Entry, task: TaskFile) -> bool:
    """Whether a record can be what we once wrote for this task."""
    if 0 in (entry.points[1], entry.max_points[1]):
        return False
    digest = task.source.digest if task.source else ""
    points, most = Fraction(*entry.points), Fraction(*entry.max_points)
    return (entry.task.id == task.id and entry.task.digest == digest
            and entry.task.status != "grader_error" and 0 <= points <= most)


def results_folder() -> str:
    """Where results are kept."""
    return os.path.join(user_cache(), FOLDER)


def open_memory(policy: bytes, no_fork: bool = False,
                is_own: bool = True) -> Memory | None:
    """The memory of this user; None where it must not or cannot be used.

    is_own: the work of the user, not of somebody whom one has to grade.
        Where nothing hinders student code from writing into the cache, it
        could leave results there for the next run; it may fool its author.
    """
    if is_switched_off():
        return None
    if not is_own and fingerprints.walls()[:1] in ((), ("0",)):
        return None
    store = Store(results_folder())
    return Memory(store, policy, no_fork) if store.usable else None
