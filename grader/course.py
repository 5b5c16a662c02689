"""All check files of the course, and their plans, loaded when needed.

Plans are kept for a seed, so that many submissions graded with one seed ask
the oracle once. In the student edition the check files are data, and there is
one plan, whatever the seed.
"""

from __future__ import annotations

from grader.cases import Plan, plan
from grader.checkfile import CheckFile, load
from grader.checkpaths import CHECKS as CHECKS
from grader.checkpaths import find_ids
from grader.discover import Wanted
from grader.figures.sketches import Sketches
from grader.model import CheckFileError, UsageError
from grader.neighbours import OWN_SEEDS
from grader.policy import Policy
from grader.shipped import load_shipped, read_edition
from grader.shipped_records import EDITION_SEEDS, Edition
from grader.wanted import matches

MOST_PLANS = 300
TOO_LARGE = 1 << 63     # for a number in a report


class Course:
    """The tasks in scope; a pattern such as `*/8-*` may narrow them.

    broken: task id -> what is wrong with its check file; our own fault
    sketches: figures that our own programs have drawn
    policy: tasks in scope and their points; the defaults without one
    edition: what the student edition was made with, None in the instructor's
    """

    def __init__(self, patterns: tuple[str, ...] = (),
                 root: str = CHECKS, policy: Policy | None = None) -> None:
        self.policy = policy or Policy()
        self.edition = read_edition(root)
        ids = [task for task in find_ids(root)
               if matches(task, self.policy.tasks)]
        chosen = [task for task in ids if matches(task, patterns)]
        if not chosen:
            from grader.task_words import nothing_in_scope
            raise UsageError(nothing_in_scope(patterns, self.policy.tasks,
                                              root))
        self.left_out = len(ids) - len(chosen)
        self.broken: dict[str, str] = {}
        self.files: list[CheckFile] = []
        for task in chosen:
            try:
                self.files.append(self.policy.weigh(
                    (load_shipped if self.edition else load)(root, task)))
            except CheckFileError as error:
                self.broken[task] = str(error)
        self._plans: dict[tuple[str, int, bool], Plan] = {}
        self.sketches = _sketches(self.edition)

    def seed_for(self, asked: int | None) -> int:
        """The seed to grade with; raises UsageError.

        Without one, each task has its own; see `neighbours.seed_of`.

        No instructor grades with the seed of a student edition: its cases
        are known to the students. A digest gives a seed below 2 ** 48, and
        those of editions begin far above that.
        """
        if self.edition is not None:
            if asked not in (None, self.edition.seed):
                raise UsageError("The cases of the student edition are ready "
                                 "made, so it takes no --seed. Leave it "
                                 "out.")
            return self.edition.seed
        if asked is None:
            return OWN_SEEDS
        if abs(asked) >= TOO_LARGE:
            raise UsageError("This seed is too large for a report. Take a "
                             "number of at most 18 digits.")
        if asked in EDITION_SEEDS:
            raise UsageError(f"--seed {asked} belongs to a student edition: "
                             f"its cases are known to the students. Take a "
                             f"seed below {EDITION_SEEDS.start}.")
        return asked

    def wanted(self) -> list[Wanted]:
        """What discover has to look for."""
        return [Wanted(file.id, file.aliases,
                       ("",) if file.choice else (".py",))
                for file in self.files]

    def plan(self, file: CheckFile, seed: int, only_visible: bool) -> Plan:
        """The checks of one task; raises GraderError for a wrong file."""
        key = (file.id, seed, only_visible)
        if key not in self._plans:
            if len(self._plans) >= MOST_PLANS:      # each may hold megabytes
                del self._plans[next(iter(self._plans))]
            self._plans[key] = plan(file, seed, only_visible)
        return self._plans[key]


def _sketches(edition: Edition | None) -> Sketches:
    """A place for drawings; the student edition has them ready."""
    if edition is None:
        return Sketches()
    from grader.shipped_sketches import ShippedSketches
    return ShippedSketches()
